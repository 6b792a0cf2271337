package fr.maillage.access.ui;

import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.Audience;
import fr.maillage.access.Audience.Grant;
import fr.maillage.access.AudienceReach;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup;
import fr.maillage.access.Profile;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says an audience in words: “Les élus et les agents de Vitré Communauté. Les entreprises ne la voient pas.” */
@Component
class AudienceWords {

    private final AudienceReach reach;
    private final Spaces spaces;

    AudienceWords(AudienceReach reach, Spaces spaces) {
        this.reach = reach;
        this.spaces = spaces;
    }

    /** The sentences, with the owner space before the others. */
    String of(Audience audience, SpaceId owner) {
        List<String> sentences = new ArrayList<>();
        List<String> named = reach.named(audience).stream().map(PeopleLookup.Found::name).toList();
        if (audience.isPublic()) {
            sentences.add(text("audience.words.public"));
            return String.join(" ", sentences);
        }
        Set<Profile> seeing = EnumSet.noneOf(Profile.class);
        audience.grants().stream().filter(AudienceWords::isGroup).forEach(grant -> seeing.addAll(grant.profiles()));
        if (seeing.isEmpty()) {
            return named.isEmpty() ? text("audience.words.onlyYou") : text("audience.words.youAnd", list(named));
        }
        groups(audience, owner, sentences);
        if (!named.isEmpty()) {
            sentences.add(text("audience.words.also", list(named)));
        }
        Set<Profile> kept = EnumSet.complementOf(EnumSet.copyOf(seeing));
        if (!kept.isEmpty()) {
            sentences.add(text("audience.words.without", capital(profiles(kept))));
        }
        return String.join(" ", sentences);
    }

    /** One sentence for the spaces that share the same profiles, the owner space first. */
    private void groups(Audience audience, SpaceId owner, List<String> sentences) {
        audience.grants().stream().filter(grant -> grant.scope() instanceof AudienceScope.Network)
                .forEach(grant -> sentences.add(grant.allProfiles() ? text("audience.words.network")
                        : text("audience.words.networkSome", capital(profiles(grant.profiles())))));
        Map<SpaceId, Spaces.Space> known = spaces.find(audience.grants().stream().map(Grant::scope)
                .filter(AudienceScope.Space.class::isInstance).map(scope -> ((AudienceScope.Space) scope).id()).toList());
        Map<Set<Profile>, List<SpaceId>> byProfiles = audience.grants().stream()
                .filter(grant -> grant.scope() instanceof AudienceScope.Space)
                .sorted((a, b) -> Boolean.compare(isOwner(b, owner), isOwner(a, owner)))
                .collect(Collectors.groupingBy(Grant::profiles, LinkedHashMap::new,
                        Collectors.mapping(grant -> ((AudienceScope.Space) grant.scope()).id(), Collectors.toList())));
        byProfiles.forEach((profiles, in) -> {
            List<String> names = in.stream().filter(known::containsKey).map(known::get)
                    .map(space -> of(space.shortName())).toList();
            boolean all = profiles.size() == Profile.values().length;
            sentences.add(all ? text("audience.words.spaces", list(names))
                    : text("audience.words.spacesSome", capital(profiles(profiles)), list(names)));
        });
    }

    private static boolean isOwner(Grant grant, SpaceId owner) {
        return grant.scope() instanceof AudienceScope.Space(SpaceId id) && id.equals(owner);
    }

    private static boolean isGroup(Grant grant) {
        return grant.scope() instanceof AudienceScope.Space || grant.scope() instanceof AudienceScope.Network;
    }

    /** “de Vitré”, “d’Évron”. */
    static String of(String name) {
        boolean vowel = !name.isEmpty() && "aeiouyh".indexOf(Texts.fold(name.substring(0, 1)).concat(" ")
                .charAt(0)) >= 0;
        return text(vowel ? "audience.ofVowel" : "audience.of", name);
    }

    /** “les élus et les agents”. */
    static String profiles(Collection<Profile> profiles) {
        return list(Arrays.stream(Profile.values()).filter(profiles::contains)
                .map(profile -> text("audience.profiles." + profile)).toList());
    }

    /** “Vitré, Vendôme et Valence”. */
    static String list(List<String> names) {
        return names.size() < 2 ? String.join("", names) : text("audience.and",
                String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
