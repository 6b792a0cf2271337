package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Viewer;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.SpaceSection;
import java.util.Optional;

/** In the bar of a space: asking to join, for those who are signed in and not in it. */
@org.springframework.stereotype.Component
class JoinSection implements SpaceSection {

    private final Desk desk;
    private final AccessScopes scopes;

    JoinSection(Desk desk, AccessScopes scopes) {
        this.desk = desk;
        this.scopes = scopes;
    }

    @Override
    public Slot slot() {
        return Slot.ACTIONS;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String labelKey() {
        return "member.directory.join";
    }

    @Override
    public Optional<Component> section(SpaceId space) {
        boolean inside = scopes.current().directSpaces().contains(space);
        if (inside || !(scopes.current().viewer() instanceof Viewer.SignedIn)
                || desk.memberships().mine().stream().anyMatch(mine -> mine.space().equals(space))) {
            return Optional.empty();
        }
        return Optional.of(new LinkButton(Icon.USER_PLUS, I18NProvider.translate("member.directory.join"),
                MemberNavigation.join(space)).small());
    }
}
