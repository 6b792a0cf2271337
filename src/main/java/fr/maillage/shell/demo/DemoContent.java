package fr.maillage.shell.demo;

import static fr.maillage.shell.demo.DemoFile.text;

import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import fr.maillage.opportunity.Details;
import fr.maillage.opportunity.Direction;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityKind;
import fr.maillage.opportunity.OpportunityService;
import fr.maillage.practice.PracticeDraft;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticeSection;
import fr.maillage.practice.PracticeService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Practices and opportunities. */
@Component
class DemoContent {

    private final DemoActs acts;
    private final PracticeService practices;
    private final OpportunityService opportunities;
    private final Today today;
    private final Map<String, PersonId> coordinators = new HashMap<>();
    private final Map<String, List<String>> organizationsOf = new HashMap<>();

    DemoContent(DemoActs acts, PracticeService practices, OpportunityService opportunities, Today today) {
        this.acts = acts;
        this.practices = practices;
        this.opportunities = opportunities;
        this.today = today;
    }

    void load(Path folder) {
        for (JsonNode person : DemoFile.read(folder, "people.json")) {
            String key = text(person, "key");
            for (JsonNode membership : person.path("memberships").valueStream().toList()) {
                organizationsOf.computeIfAbsent(key, k -> new ArrayList<>()).add(text(membership, "organization"));
                if (text(membership, "role").equals("COORDINATOR")) {
                    coordinators.putIfAbsent(text(membership, "space"), DemoNames.person(key));
                }
            }
        }
        List<JsonNode> told = DemoFile.read(folder, "practices.json");
        for (int i = 0; i < told.size(); i++) {
            practice(told.get(i), Duration.ofDays(12L + 9L * (told.size() - i)));
        }
        List<JsonNode> posted = DemoFile.read(folder, "opportunities.json");
        for (int i = 0; i < posted.size(); i++) {
            opportunity(posted.get(i), Duration.ofHours(20L + 23L * (posted.size() - i)));
        }
    }

    private void practice(JsonNode node, Duration ago) {
        Map<PracticeSection, String> sections = new EnumMap<>(PracticeSection.class);
        for (PracticeSection section : PracticeSection.values()) {
            sections.put(section, text(node, section.field()));
        }
        PracticeDraft draft = new PracticeDraft(text(node, "title"), text(node, "summary"),
                node.path("year").isNumber() ? node.path("year").asInt() : null, themes(node), sections);
        SpaceId owner = DemoNames.space(text(node, "territory"));
        Audience wanted = DemoNames.audience(node.path("audience"));
        String name = "practice:" + text(node, "key");
        acts.once(name, DemoNames.person(text(node, "author")), ago,
                () -> practices.tell(owner, draft, wanted.without(new AudienceScope.Public())).value());
        published(name, text(node, "territory"), ago, wanted,
                id -> practices.share(new PracticeId(id), wanted));
    }

    /** What everybody may read is opened by a coordinator, as the rules ask, an hour after it was written. */
    private void published(String name, String space, Duration ago, Audience wanted, Consumer<UUID> share) {
        PersonId coordinator = coordinators.get(space);
        if (wanted.isPublic() && coordinator != null) {
            acts.made(name).ifPresent(id -> acts.once("published:" + name, coordinator, ago.minusHours(1), () -> {
                share.accept(id);
                return id;
            }));
        }
    }

    private void opportunity(JsonNode node, Duration ago) {
        OpportunityKind kind = OpportunityKind.valueOf(text(node, "kind"));
        LocalDate deadline = node.path("deadlineInDays").isNumber()
                ? today.date().plusDays(node.path("deadlineInDays").asInt()) : null;
        OpportunityContent content = new OpportunityContent(Direction.valueOf(text(node, "direction")), kind,
                text(node, "title"), text(node, "summary"), text(node, "body"),
                Details.ofKeys(kind, fields(node.path("fields"))), themes(node), deadline);
        // A person posts for an organization of their own; staff who relay a company's need post in the space's name.
        String organization = text(node, "organization");
        boolean own = organizationsOf.getOrDefault(text(node, "author"), List.of()).contains(organization);
        Audience wanted = DemoNames.audience(node.path("audience"));
        String name = "opportunity:" + text(node, "key");
        acts.once(name, DemoNames.person(text(node, "author")), ago,
                () -> opportunities.post(OpportunityId.next(), DemoNames.space(text(node, "space")),
                        own ? DemoNames.organization(organization) : null, content,
                        wanted.without(new AudienceScope.Public())).value());
        published(name, text(node, "space"), ago, wanted, id -> opportunities.share(new OpportunityId(id), wanted));
    }

    private Map<String, @Nullable Object> fields(JsonNode node) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            if (field.getKey().equals("availableInDays")) {
                fields.put("availableFrom", today.date().plusDays(field.getValue().asInt()));
            } else if (field.getValue().isNumber()) {
                fields.put(field.getKey(), field.getValue().decimalValue());
            } else {
                fields.put(field.getKey(), field.getValue().asString());
            }
        });
        return fields;
    }

    static Set<Theme> themes(JsonNode node) {
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        DemoFile.texts(node, "themes").forEach(theme -> themes.add(Theme.valueOf(theme)));
        return themes;
    }
}
