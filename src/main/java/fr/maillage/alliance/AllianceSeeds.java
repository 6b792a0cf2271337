package fr.maillage.alliance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.maillage.access.AccessChanged;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.base.Messages;
import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the alliances known from public sources into the database at start-up, after the territories. What their
 * coordinators have changed since is left alone: only what is still as it was loaded is brought up to date.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AllianceSeeds implements ApplicationRunner {

    private static final Duration DEMONSTRATED_SINCE = Duration.ofDays(730);

    private static final Logger LOG = LoggerFactory.getLogger(AllianceSeeds.class);

    /** What the demonstration set says of an alliance. */
    record Told(String id, String displayName, String tagline, Map<Profile, Role> charter, String charterText) {}

    private final AllianceRepository alliances;
    private final AllianceMemberRepository members;
    private final CharterVersionRepository charters;
    private final AllianceQueries queries;
    private final AllianceRegistration registration;
    private final Spaces spaces;
    private final Messages words;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Path seeds;
    private final boolean demo;

    AllianceSeeds(AllianceRepository alliances, AllianceMemberRepository members, CharterVersionRepository charters,
            AllianceQueries queries, AllianceRegistration registration, Spaces spaces, Messages words,
            ApplicationEventPublisher events, TransactionTemplate transaction, Today today,
            @Value("${maillage.seeds}") Path seeds, @Value("${maillage.demo}") boolean demo) {
        this.alliances = alliances;
        this.members = members;
        this.charters = charters;
        this.queries = queries;
        this.registration = registration;
        this.spaces = spaces;
        this.words = words;
        this.events = events;
        this.transaction = transaction;
        this.today = today;
        this.seeds = seeds;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path list = seeds.resolve("reference/alliances.csv");
        if (!Files.isRegularFile(list)) {
            LOG.warn("The reference file {} is missing: no alliance is loaded.", list.toAbsolutePath());
            return;
        }
        if (demo) {
            // What the demonstration set says happened some days ago needs a charter that was in force by then.
            Today.at(today.now().minus(DEMONSTRATED_SINCE), () -> load(list, told(seeds.resolve("demo/alliances.json"))));
        } else {
            load(list, Map.of());
        }
    }

    private void load(Path list, Map<String, Told> told) {
        load(rows(list), rows(seeds.resolve("reference/alliance_members.csv")), told);
    }

    /** Can be repeated: a second time changes nothing. */
    void load(List<NamedCsvRecord> known, List<NamedCsvRecord> memberships, Map<String, Told> told) {
        transaction.executeWithoutResult(status -> {
            queries.lockGraph();
            boolean changed = false;
            for (NamedCsvRecord row : known) {
                changed |= load(row, memberships, told.get(row.getField("id")));
            }
            if (changed) {
                events.publishEvent(new AccessChanged());
                LOG.info("Alliances loaded: {}", known.size());
            }
        });
    }

    private boolean load(NamedCsvRecord row, List<NamedCsvRecord> memberships,
            @Nullable Told told) {
        String slug = row.getField("id");
        SpaceId id = SpaceId.ofAlliance(slug);
        AllianceDraft plain = draft(row, null);
        AllianceDraft draft = draft(row, told);
        Charter charter = told == null ? usualCharter() : new Charter(told.charterText(), told.charter(), false,
                Charter.DefaultAudience.ALLIANCE, true);
        Alliance alliance = alliances.findById(id.value()).orElse(null);
        boolean changed = false;
        if (alliance == null) {
            alliance = Alliance.known(slug, draft, text(row, "source"));
            alliances.save(alliance);
            charters.save(alliance.adopt(charter, today.date(), today.date(), null, today.now()));
            changed = true;
        } else if (told != null) {
            if (alliance.about().equals(plain) && !plain.equals(draft)) {
                alliance.present(draft);
                changed = true;
            }
            AdoptedCharter latest = queries.charters(id, 1).getFirst();
            if (latest.author() == null && latest.charter().equals(usualCharter())) {
                charters.save(alliance.adopt(charter, today.date(), today.date(), null, today.now()));
                changed = true;
            }
        }
        for (NamedCsvRecord membership : memberships) {
            SpaceId member = SpaceId.ofTerritory(new Siren(membership.getField("siren")));
            if (membership.getField("alliance_id").equals(slug)
                    && !members.existsByAllianceAndMember(id.value(), member.value())
                    && spaces.find(member).isPresent()) {
                members.save(AllianceMember.founding(id, member, SpaceKind.TERRITORY, null, null, today.now()));
                changed = true;
            }
        }
        if (changed) {
            registration.register(alliance);
        }
        return changed;
    }

    private static AllianceDraft draft(NamedCsvRecord row, @Nullable Told told) {
        String name = text(row, "name");
        String since = row.getField("since");
        return new AllianceDraft(name, told == null ? name.split(" — ")[0] : told.displayName(),
                told == null ? "" : told.tagline(), text(row, "kind").replaceAll("\\s*\\(.*\\)", ""),
                since.isEmpty() ? null : Integer.valueOf(since), text(row, "description"));
    }

    private Charter usualCharter() {
        return Charter.usual(words.getTranslation("alliance.charter.usual", Locale.FRENCH));
    }

    private static Map<String, Told> told(Path file) {
        record Line(String id, String displayName, String tagline, Map<String, String> charter, String charterText) {}
        Map<String, Told> told = new HashMap<>();
        for (Line line : new JsonMapper().readValue(file.toFile(), Line[].class)) {
            Map<Profile, Role> roles = new EnumMap<>(Profile.class);
            line.charter().forEach((profile, role) -> roles.put(Profile.valueOf(profile), Role.valueOf(role)));
            told.put(line.id(), new Told(line.id(), line.displayName(), line.tagline(), roles, line.charterText()));
        }
        return told;
    }

    static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files carry the typewriter’s apostrophe. */
    private static String text(NamedCsvRecord row, String field) {
        return row.getField(field).replace('\'', '’');
    }
}
