package fr.maillage.member.ui;

import com.vaadin.flow.component.select.Select;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.SpaceId;
import fr.maillage.member.MembershipService;
import java.util.Arrays;
import java.util.List;

/** The two choices that go together: what somebody is, and what they may do, which the first bounds. */
final class ProfileAndRole {

    final Select<Profile> profile = new Select<>();
    final Select<Role> role = new Select<>();
    private final transient MembershipService memberships;
    private final SpaceId space;

    ProfileAndRole(MembershipService memberships, SpaceId space, Profile first, Role wanted) {
        this.memberships = memberships;
        this.space = space;
        profile.setLabel(profile.getTranslation("member.invite.profile"));
        profile.setItems(Profile.values());
        profile.setItemLabelGenerator(item -> profile.getTranslation("access.profile.one." + item));
        role.setLabel(role.getTranslation("member.invite.role"));
        role.setItemLabelGenerator(item -> role.getTranslation(item.messageKey()));
        profile.addValueChangeListener(change -> offer(role.getValue() == null ? wanted : role.getValue()));
        profile.setValue(first);
        offer(wanted);
    }

    /** Only the profiles that may coordinate the space, as coordinators. */
    void coordinating() {
        profile.setItems(Arrays.stream(Profile.values())
                .filter(item -> memberships.rolesFor(item, space).contains(Role.COORDINATOR)).toList());
        profile.setValue(Profile.STAFF);
        role.setItems(Role.COORDINATOR);
        role.setValue(Role.COORDINATOR);
        role.setReadOnly(true);
    }

    private void offer(Role wanted) {
        if (role.isReadOnly() || profile.getValue() == null) {
            return;
        }
        List<Role> roles = memberships.rolesFor(profile.getValue(), space);
        role.setItems(roles);
        role.setValue(roles.contains(wanted) ? wanted : roles.getLast());
    }
}
