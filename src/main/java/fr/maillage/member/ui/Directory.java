package fr.maillage.member.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Subject;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.ItemList;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.OrganizationChip;
import fr.maillage.member.MembershipMoved;
import fr.maillage.member.MembershipState;
import fr.maillage.member.Organizations;
import fr.maillage.member.People.Member;
import fr.maillage.member.People.MemberFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people and organizations of a space; for its coordinators also requests, invitations and what they decide. */
class Directory extends Composite<Div> {

    private static final int PAGE = 30;
    private static final int PAUSE_MILLIS = 300;

    private final transient Desk desk;
    private final SpaceId space;
    private final boolean coordinator;
    private final Div waiting = new Div();
    private final Div people = new Div();
    private final Div organizations = new Div();
    private transient MemberFilter filter = MemberFilter.present();

    Directory(Desk desk, SpaceId space) {
        this.desk = desk;
        this.space = space;
        this.coordinator = desk.policy().may(Operation.INVITE, Subject.of(space));
        TextField words = new TextField();
        words.setPlaceholder(getTranslation("member.directory.search"));
        words.setAriaLabel(getTranslation("member.directory.search"));
        words.setPrefixComponent(Icon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setMaxLength(100);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(PAUSE_MILLIS);
        words.addClassName("ml-grow");
        words.addValueChangeListener(change -> narrow(filter.withWords(change.getValue())));
        Select<Profile> profile = new Select<>();
        profile.setAriaLabel(getTranslation("member.directory.profile"));
        profile.setItems(Profile.values());
        profile.setEmptySelectionAllowed(true);
        profile.setEmptySelectionCaption(getTranslation("member.directory.profile.all"));
        profile.setItemLabelGenerator(item -> item == null ? getTranslation("member.directory.profile.all")
                : getTranslation(item.messageKey()));
        profile.addValueChangeListener(change -> narrow(filter.withProfile(change.getValue())));
        Div filters = new Div(words, profile);
        filters.addClassNames("ml-row", "ml-wrap");
        if (coordinator) {
            Button invite = new Button(getTranslation("member.directory.invite"), Icon.USER_PLUS.create(),
                    click -> new InviteDialog(desk, space, this::load).open());
            invite.addThemeVariants(ButtonVariant.PRIMARY);
            filters.add(invite);
        }
        getContent().addClassName("ml-directory");
        getContent().add(waiting, filters, people, organizations);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void narrow(MemberFilter narrower) {
        filter = narrower;
        loadPeople();
    }

    private void load() {
        loadWaiting();
        loadPeople();
        loadOrganizations();
    }

    private void loadWaiting() {
        waiting.removeAll();
        if (coordinator) {
            show("member.directory.requests", MembershipState.REQUESTED, this::request);
            show("member.directory.invited", MembershipState.INVITED, this::invited);
        }
    }

    private void show(String titleKey, MembershipState state, Function<Member, Component> row) {
        List<Member> members = desk.people().membersOf(space, MemberFilter.present().withStates(Set.of(state)), null,
                PAGE);
        if (!members.isEmpty()) {
            waiting.add(new H3(getTranslation(titleKey)), new ItemList(members.stream().map(row).toList()));
        }
    }

    private Component request(Member member) {
        Button refuse = new Button(getTranslation("member.directory.refuse"),
                click -> confirm("member.directory.refuse", member,
                        () -> desk.memberships().refuse(member.membership())));
        refuse.setAriaLabel(getTranslation("member.directory.refuse") + " " + member.name());
        Button approve = new Button(getTranslation("member.directory.approve"),
                click -> DecisionDialog.approve(desk, space, member, this::load).open());
        approve.setAriaLabel(getTranslation("member.directory.approve.of", member.name()));
        return new MemberRow(member, desk.today()).buttons(refuse, approve);
    }

    private Component invited(Member member) {
        return new MemberRow(member, desk.today()).menu(List.of(
                new MemberRow.Choice(getTranslation("member.directory.resend"), () -> resend(member)),
                new MemberRow.Choice(getTranslation("member.directory.revoke"),
                        () -> Act.run(() -> desk.invitations().revoke(member.membership()),
                                getTranslation("member.directory.revoke.done", member.name()), this::load))));
    }

    private void resend(Member member) {
        InviteDialog dialog = new InviteDialog(desk, space, this::load);
        try {
            dialog.showLink(desk.invitationMails().resend(member.membership()));
            dialog.open();
        } catch (MembershipMoved moved) {
            Notices.error(getTranslation("member.moved"));
            load();
        }
    }

    private void loadPeople() {
        people.removeAll();
        people.add(new H3(getTranslation("member.directory.people")));
        ItemList list = new ItemList();
        people.add(list);
        if (!more(list, null)) {
            people.add(new Paragraph(getTranslation(filter.equals(MemberFilter.present())
                    ? "member.directory.empty" : "member.directory.none")));
        }
    }

    /** Adds the next lines; answers whether there were any. */
    private boolean more(ItemList list, @Nullable Member last) {
        List<Member> members = desk.people().membersOf(space, filter, last, PAGE + 1);
        members.stream().limit(PAGE).forEach(member -> list.add(row(member)));
        if (members.size() > PAGE) {
            Button next = new Button(getTranslation("member.directory.more"));
            next.addClickListener(click -> {
                people.remove(next);
                more(list, members.get(PAGE - 1));
            });
            people.add(next);
        }
        return !members.isEmpty();
    }

    private Component row(Member member) {
        MemberRow row = new MemberRow(member, desk.today());
        return coordinator ? row.menu(choices(member)) : row;
    }

    private List<MemberRow.Choice> choices(Member member) {
        List<MemberRow.Choice> choices = new ArrayList<>();
        choices.add(new MemberRow.Choice(getTranslation("member.directory.role"),
                () -> DecisionDialog.role(desk, space, member, this::load).open()));
        choices.add(new MemberRow.Choice(getTranslation("member.directory.expiry"),
                () -> DecisionDialog.expiry(desk, member, this::load).open()));
        if (member.state() == MembershipState.SUSPENDED) {
            choices.add(new MemberRow.Choice(getTranslation("member.directory.resume"),
                    () -> Act.run(() -> desk.memberships().resume(member.membership()),
                            getTranslation("member.directory.resume.done", member.name()), this::load)));
        } else {
            choices.add(new MemberRow.Choice(getTranslation("member.directory.suspend"),
                    () -> Act.run(() -> desk.memberships().suspend(member.membership()),
                            getTranslation("member.directory.suspend.done", member.name()), this::load)));
        }
        choices.add(new MemberRow.Choice(getTranslation("member.directory.remove"),
                () -> confirm("member.directory.remove", member, () -> desk.memberships().end(member.membership()))));
        return choices;
    }

    /** @param key the act; its {@code .title}, {@code .text} and {@code .done} stand in the bundle */
    private void confirm(String key, Member member, Runnable act) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation(key + ".title", member.name()),
                getTranslation(key + ".text"), getTranslation(key),
                confirmed -> Act.run(act, getTranslation(key + ".done", member.name()), this::load),
                getTranslation("member.cancel"), canceled -> { });
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void loadOrganizations() {
        organizations.removeAll();
        ItemList list = new ItemList();
        organizations.add(new H3(getTranslation("member.directory.organizations")), list);
        moreOrganizations(list, null);
    }

    private void moreOrganizations(ItemList list, Organizations.@Nullable Card last) {
        List<Organizations.Card> cards = desk.organizations().ofSpace(space, "", last, PAGE + 1);
        cards.stream().limit(PAGE).forEach(card -> list.add(organization(card)));
        if (cards.size() > PAGE) {
            Button next = new Button(getTranslation("member.directory.more"));
            next.addClickListener(click -> {
                organizations.remove(next);
                moreOrganizations(list, cards.get(PAGE - 1));
            });
            organizations.add(next);
        }
    }

    private Component organization(Organizations.Card card) {
        Div line = new Div();
        line.addClassNames("ml-line", "middle");
        Div text = new Div(new OrganizationChip(card.name(), MemberNavigation.organization(card.id())));
        text.addClassName("text");
        Span kind =
                new Span(getTranslation(card.kind().messageKey()));
        kind.addClassName("ml-muted");
        line.add(text, kind);
        return line;
    }
}
