package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AccessScope;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.Viewer;
import fr.maillage.alliance.Alliances;
import fr.maillage.alliance.Membership;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.base.ui.Tag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** In the bar of a space: asking to join, for those who are signed in and not in it themselves, and through which space they are. */
@org.springframework.stereotype.Component
class JoinSection implements SpaceSection {

    private final Desk desk;
    private final AccessScopes scopes;
    private final Alliances alliances;

    JoinSection(Desk desk, AccessScopes scopes, Alliances alliances) {
        this.desk = desk;
        this.scopes = scopes;
        this.alliances = alliances;
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
        AccessScope scope = scopes.current();
        if (scope.directSpaces().contains(space) || !(scope.viewer() instanceof Viewer.SignedIn)
                || desk.memberships().mine().stream().anyMatch(mine -> mine.space().equals(space))) {
            return Optional.empty();
        }
        if (scope.roleIn(space).isPresent()) {
            return Optional.of(through(scope, space));
        }
        return Optional.of(new LinkButton(Icon.USER_PLUS, I18NProvider.translate("member.directory.join"),
                MemberNavigation.join(space)).small());
    }

    /**
     * They are in it already, by what a charter gives: says through which of their own spaces, and lets them ask for a
     * role of their own.
     */
    private Component through(AccessScope scope, SpaceId alliance) {
        Set<SpaceId> members = alliances.members(alliance).stream().map(Membership::member).collect(Collectors.toSet());
        Tag way = new Tag(scope.directSpaces().stream().filter(members::contains).findFirst().flatMap(desk.spaces()::find)
                .map(mine -> I18NProvider.translate("member.directory.through", mine.shortName()))
                .orElseGet(() -> I18NProvider.translate("member.directory.throughAnother")));
        Div both = new Div(way, new LinkButton(Icon.USER_PLUS, I18NProvider.translate("member.directory.askRole"),
                MemberNavigation.join(alliance)).quiet().small());
        both.addClassNames("ml-row", "ml-wrap");
        return both;
    }
}
