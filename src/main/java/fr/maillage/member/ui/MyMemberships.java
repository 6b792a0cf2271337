package fr.maillage.member.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.maillage.access.Spaces;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.ItemList;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.member.MembershipService.Mine;
import fr.maillage.member.MembershipState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One's own memberships: accept or decline an invitation, withdraw a request, leave a space. */
class MyMemberships extends Composite<Div> {

    private final transient Desk desk;

    MyMemberships(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    private void show() {
        getContent().removeAll();
        List<Mine> mine = desk.memberships().mine();
        if (mine.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("member.account.memberships.none")),
                    new LinkButton(getTranslation("member.account.memberships.find"), "/territoires"));
            return;
        }
        Map<SpaceId, Spaces.Space> spaces = desk.spaces().find(mine.stream().map(Mine::space).toList());
        ItemList list = new ItemList();
        mine.stream().filter(membership -> spaces.containsKey(membership.space()))
                .forEach(membership -> list.add(line(membership, spaces.get(membership.space()))));
        getContent().add(list);
    }

    private Component line(Mine mine, Spaces.Space space) {
        Div text = new Div(new SpaceChip(space.name(), space.hue(), Emblem.stored(space.emblem()),
                "/" + space.path()));
        text.addClassName("text");
        Paragraph facts = new Paragraph(String.join(" · ", facts(mine)));
        facts.addClassName("ml-muted");
        text.add(facts);
        Div line = new Div(text);
        line.addClassNames("ml-line", "middle", "ml-member");
        buttons(line, mine, space);
        return line;
    }

    private List<String> facts(Mine mine) {
        String what = getTranslation("member.account.membership.for",
                getTranslation("access.profile.one." + mine.profile()), mine.organizationName());
        String state = getTranslation("member.account.membership." + mine.state(),
                getTranslation(mine.role().messageKey()));
        LocalDate until = mine.until();
        if (until == null) {
            return List.of(what, state);
        }
        return List.of(what, state, getTranslation(until.isBefore(desk.today().date())
                ? "member.account.membership.expired" : "member.account.membership.until",
                Formats.current().date(until)));
    }

    private void buttons(Div line, Mine mine, Spaces.Space space) {
        if (mine.state() == MembershipState.INVITED) {
            line.add(button("member.account.membership.decline", space, () -> Act.run(
                    () -> desk.memberships().withdraw(mine.id()), getTranslation("member.account.saved"), this::show)));
            line.add(button("member.account.membership.accept", space, () -> Act.run(
                    () -> desk.invitations().acceptAsMyself(mine.id()),
                    getTranslation("member.account.accepted", space.name()), this::show)));
        } else if (mine.state() == MembershipState.REQUESTED) {
            line.add(button("member.account.membership.withdraw", space, () -> Act.run(
                    () -> desk.memberships().withdraw(mine.id()), getTranslation("member.account.saved"), this::show)));
        } else if (mine.state() == MembershipState.ACTIVE) {
            line.add(button("member.account.membership.leave", space, () -> leave(space)));
        }
    }

    private Button button(String key, Spaces.Space space, Runnable act) {
        Button button = new Button(getTranslation(key), click -> act.run());
        button.addClassName("small");
        button.setAriaLabel(getTranslation(key) + " (" + space.name() + ")");
        return button;
    }

    private void leave(Spaces.Space space) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation("member.account.leave.title", space.name()),
                getTranslation("member.account.leave.text"), getTranslation("member.account.membership.leave"),
                confirmed -> Act.run(() -> desk.memberships().leave(space.id()),
                        getTranslation("member.account.left", space.name()), this::show),
                getTranslation("member.cancel"), canceled -> { });
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }
}
