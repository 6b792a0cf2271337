package fr.maillage.alliance;

import fr.maillage.access.Audience;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.Checks;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the members of an alliance have agreed.
 *
 * @param text                 in their own words, Markdown
 * @param roles                the role that people of a member space receive in the alliance's space, by profile; a
 *                             profile that receives none is absent
 * @param hidesBusinesses      whether businesses of different members are hidden from one another
 * @param defaultAudience      what a new item in the alliance's space proposes as its audience
 * @param readableAfterLeaving whether a member that left still reads what was shared while it was there
 */
public record Charter(String text, Map<Profile, Role> roles, boolean hidesBusinesses, DefaultAudience defaultAudience,
        boolean readableAfterLeaving) {

    /** The audience a new item starts from. */
    public enum DefaultAudience {
        /** Everyone in the alliance. */
        ALLIANCE,
        /** Elected officials and staff of the alliance. */
        ELECTED_AND_STAFF,
        /** Every member of the network. */
        NETWORK;

        /** As the audience of an item of that alliance. */
        Audience of(SpaceId alliance) {
            AudienceScope space = new AudienceScope.Space(alliance);
            return switch (this) {
                case ALLIANCE -> Audience.ofSpace(alliance);
                case ELECTED_AND_STAFF -> Audience.none().with(space, Level.COMMENT, Profile.ELECTED, Profile.STAFF);
                case NETWORK -> Audience.ofSpace(alliance).with(new AudienceScope.Network(), Level.COMMENT);
            };
        }

        /** The key of its name in the translation bundles. */
        public String messageKey() {
            return "alliance.charter.audience." + name();
        }
    }

    public Charter {
        Map<Profile, Role> ordered = new EnumMap<>(Profile.class);
        ordered.putAll(roles);
        roles = Collections.unmodifiableMap(ordered);
    }

    /**
     * A charter as somebody typed it.
     *
     * @throws InvalidInput on {@code text}, or on {@code role.<PROFILE>} when it would make coordinators: coordinating
     *                      is given to a person by name, never to all the elected officials of a member at once
     */
    public static Charter of(String text, Map<Profile, Role> roles, boolean hidesBusinesses,
            DefaultAudience defaultAudience, boolean readableAfterLeaving) {
        roles.forEach((profile, role) -> {
            if (role == Role.COORDINATOR) {
                throw new InvalidInput("role." + profile.name(), "alliance.charter.noCoordinator");
            }
        });
        return new Charter(Checks.required("text", text, Checks.LONGEST_TEXT), roles, hidesBusinesses, defaultAudience,
                readableAfterLeaving);
    }

    /** What an alliance starts with: those who answer to a territory write, the others read. */
    public static Charter usual(String text) {
        return new Charter(text, Map.of(Profile.ELECTED, Role.CONTRIBUTOR, Profile.STAFF, Role.CONTRIBUTOR,
                Profile.BUSINESS, Role.READER, Profile.PARTNER, Role.READER), false, DefaultAudience.ALLIANCE, true);
    }
}
