package fr.maillage.member.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Profile;
import fr.maillage.access.Spaces;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.member.MembershipService.JoinRequest;
import jakarta.annotation.security.PermitAll;

/** Where one asks to join a space. */
@Route("demander/:space")
@PermitAll
class JoinView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Desk desk;
    private String name = "";

    JoinView(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SpaceId id = new SpaceId(Identifiers.read(event.getRouteParameters(), "space"));
        Spaces.Space space = desk.spaces().find(id).orElseThrow(NotVisible::new);
        name = space.name();
        getContent().clear();
        getContent().liteau(space.hue())
                .bar(new PageHeader().crumb(space.shortName(), "/" + space.path())
                        .here(getTranslation("member.directory.join")))
                .title(getTranslation("member.join.title", name), getTranslation("member.join.lead"))
                .content(form(space));
    }

    private Div form(Spaces.Space space) {
        Select<Profile> profile = new Select<>();
        profile.setLabel(getTranslation("member.join.profile"));
        profile.setItems(Profile.values());
        profile.setItemLabelGenerator(item -> getTranslation("access.profile.one." + item));
        profile.setPlaceholder(getTranslation("member.join.profile.choose"));
        OrganizationChoice organization = new OrganizationChoice(desk.organizations(), space.id());
        TextArea message = new TextArea(getTranslation("member.join.message"));
        message.setMaxLength(2000);
        FieldErrors errors = new FieldErrors().field("profile", profile);
        organization.addTo(errors);
        errors.field("message", message);
        Button submit = new Button(getTranslation("member.join.submit"));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> {
            errors.clear();
            try {
                if (profile.getValue() == null) {
                    throw new InvalidInput("profile", "member.join.profile.none");
                }
                organization.require();
                desk.memberships().requestToJoin(new JoinRequest(space.id(), profile.getValue(),
                        organization.chosen(), organization.addition(), message.getValue()));
                Notices.success(getTranslation("member.join.sent", name));
                getUI().ifPresent(ui -> ui.navigate(space.path()));
            } catch (InvalidInput invalid) {
                errors.show(invalid);
                submit.setEnabled(true);
            }
        });
        Div form = new Div(profile, organization, message, submit);
        form.addClassName("ml-form");
        return form;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.join.pageTitle", name);
    }
}
