package fr.maillage.member.ui;

import fr.maillage.access.AuditLog.Entry;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Translator;
import fr.maillage.base.ui.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in words what the journal keeps in codes. The record itself stays as it was written, in one language for ever;
 * a detail nobody has words for is shown as it stands.
 */
final class JournalDetails {

    private static final String ROLE = "(OBSERVER|READER|CONTRIBUTOR|EDITOR|COORDINATOR)";
    private static final String PROFILE = "(ELECTED|STAFF|BUSINESS|PARTNER)";
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern IDENTIFIER = Pattern.compile(ID);
    private static final Pattern GRANT = Pattern.compile("(?:(Space|Person|Organization)\\[id=\\w+\\[value=" + ID
            + "]]|(Network|Public)\\[])(?: \\[([A-Z, ]+)])? (READ|COMMENT|EDIT)");
    /** Details that are one sentence each, by what is written: the key ends in the same word. */
    static final Set<String> FIXED = Set.of("removed", "posted", "reopened", "archived", "restored", "disabled",
            "enabled", "sessions ended", "revoked", "refused", "suspended", "resumed", "ended", "withdrawn",
            "description", "plan made", "action made", "presentation changed", "submitted", "validated", "contracted",
            "brought back a withdrawn comment");

    private record Rule(Pattern pattern, Function<MatchResult, String> words) {}

    private final Translator words;
    private final Formats formats;
    private final Function<UUID, String> people;
    private final Function<SpaceId, String> spaces;
    private final List<Rule> rules = new ArrayList<>();

    /**
     * @param people names somebody, “–” for nobody known
     * @param spaces names a space in the same way
     */
    JournalDetails(Translator words, Formats formats, Function<UUID, String> people, Function<SpaceId, String> spaces) {
        this.words = words;
        this.formats = formats;
        this.people = people;
        this.spaces = spaces;
        rule(PROFILE, m -> profile(m.group(1)));
        rule(PROFILE + ' ' + ROLE, m -> word("as", profile(m.group(1)), role(m.group(2))));
        rule(ROLE, m -> role(m.group(1)));
        rule(ROLE + " until " + DAY, m -> word("roleUntil", role(m.group(1)), day(m.group(2))));
        rule(ROLE + " → " + ROLE, m -> word("change", role(m.group(1)), role(m.group(2))));
        rule("until " + DAY, m -> word("until", day(m.group(1))));
        rule("closed: ([A-Z]+)", m -> word("closed." + m.group(1)));
        rule("interest " + ID + ": ([A-Z_]+)", m -> word("interest." + m.group(2)));
        rule("(PILOT|ELECTED|BUSINESS) " + ID + " (no longer )?named", m -> word(
                m.group(3) == null ? "named" : "unnamed", people.apply(UUID.fromString(m.group(2))),
                word("part." + m.group(1))));
        rule("([A-Z]+) by the side of the (ALLIANCE|MEMBER): (.*)", m -> word("member." + m.group(1), m.group(3),
                word("side." + m.group(2))));
        rule("founded \\S+ for (.*)", m -> word("founded", m.group(1)));
        rule("(\\d+) outlines imported", m -> word("outlines", formats.number(Long.parseLong(m.group(1)))));
        rule("from \\[(.*)] to \\[(.*)]", m -> word("shared", audience(m.group(1)), audience(m.group(2))));
        rule("(\\w+) restored to version (\\d+)", m -> word("version", m.group(2)));
        rule("withdrew a comment by " + ID + " on .*", m -> word("withdrew", people.apply(UUID.fromString(m.group(1)))));
        rule("charter (\\d+) from " + DAY + ": \\{(.*)}, businesses hidden (true|false), default audience"
                + " (ALLIANCE|ELECTED_AND_STAFF|NETWORK), readable after leaving (true|false)", this::charter);
    }

    private void rule(String pattern, Function<MatchResult, String> said) {
        rules.add(new Rule(Pattern.compile(pattern), said));
    }

    /** Whom and what the details of these entries name, by identifier. */
    static Stream<UUID> named(Entry entry) {
        return IDENTIFIER.matcher(entry.detail()).results().map(found -> UUID.fromString(found.group()));
    }

    String say(String detail) {
        String stripped = detail.strip();
        if (FIXED.contains(stripped)) {
            return word("is." + stripped.replace(' ', '_'));
        }
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(stripped);
            if (matcher.matches()) {
                return rule.words().apply(matcher);
            }
        }
        return stripped;
    }

    private String charter(MatchResult m) {
        String roles = Arrays.stream(m.group(3).split(", ")).filter(one -> one.contains("="))
                .map(one -> one.split("="))
                .map(one -> word("pair", words.translate("access.profile." + one[0]), role(one[1])))
                .collect(Collectors.joining(", "));
        return word("charter", m.group(1), day(m.group(2)), roles, word("hidden." + m.group(4)),
                word("default." + m.group(5)), word("kept." + m.group(6)));
    }

    private String audience(String grants) {
        String all = GRANT.matcher(grants).results().map(this::grant).collect(Collectors.joining(", "));
        return all.isEmpty() ? word("nobodyElse") : all;
    }

    private String grant(MatchResult m) {
        String who = m.group(3) != null ? word("scope." + m.group(3)) : switch (m.group(1)) {
            case "Space" -> spaces.apply(new SpaceId(UUID.fromString(m.group(2))));
            case "Person" -> people.apply(UUID.fromString(m.group(2)));
            default -> word("scope.Organization");
        };
        String level = word("level." + m.group(5));
        return m.group(4) == null ? word("grant", who, level) : word("grantTo", who,
                Arrays.stream(m.group(4).split(", ")).map(one -> words.translate("access.profile." + one))
                        .collect(Collectors.joining(", ")), level);
    }

    private String profile(String code) {
        return words.translate("access.profile.one." + code);
    }

    private String role(String code) {
        return words.translate("access.role." + code);
    }

    private String day(String iso) {
        return formats.date(LocalDate.parse(iso));
    }

    private String word(String key, Object... arguments) {
        return words.translate("member.journal.detail." + key, arguments);
    }
}
