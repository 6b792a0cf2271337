package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Operation;
import fr.maillage.access.Refused;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Section;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityPage;
import fr.maillage.opportunity.OpportunityQuery;
import fr.maillage.opportunity.OpportunityService;
import jakarta.annotation.security.PermitAll;

/** Changes what an opportunity says; who sees it is changed from its page. */
@Route(OpportunityNavigation.EDIT)
@PermitAll
class EditView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OpportunityService service;
    private final transient OpportunityQuery query;
    private final transient Audiences audiences;
    private final transient AccessPolicy policy;
    private final transient Spaces spaces;
    private final transient CurrentViewer viewer;
    private final transient Today today;
    private long version;

    EditView(OpportunityService service, OpportunityQuery query, Audiences audiences, AccessPolicy policy,
            Spaces spaces, CurrentViewer viewer, Today today) {
        this.service = service;
        this.query = query;
        this.audiences = audiences;
        this.policy = policy;
        this.spaces = spaces;
        this.viewer = viewer;
        this.today = today;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("opportunity.edit.pageTitle");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        OpportunityId id = OpportunityView.id(event.getRouteParameters().get("id").orElse(""));
        policy.require(Operation.EDIT, Subject.of(id.ref()));
        OpportunityPage one = query.find(id);
        version = one.version();
        Page page = getContent().clear();
        spaces.find(one.owner()).ifPresent(owner -> page.liteau(owner.hue()));
        page.bar(new PageHeader().crumb(getTranslation("opportunity.list.here"), OpportunityNavigation.list())
                .crumb(one.content().title(), OpportunityNavigation.of(id))
                .here(getTranslation("opportunity.edit")));
        page.title(getTranslation("opportunity.edit.title"), one.content().title());
        OpportunityForm form = new OpportunityForm("opportunity/" + id.value() + "/" + viewer.person().value(),
                today.now());
        form.read(one.content());
        form.version(version, taken -> version = taken);
        Button save = new Button(getTranslation("opportunity.form.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            save(id, form);
            save.setEnabled(true);
        });
        Div foot = new Div(save, new LinkButton(getTranslation("opportunity.cancel"), OpportunityNavigation.of(id))
                .quiet());
        foot.addClassNames("ml-row", "ml-sticky-foot");
        page.main(form, foot);
        page.aside(new Section(getTranslation("opportunity.whoSees"), audiences.sentence(one.audience(), one.owner())));
    }

    private void save(OpportunityId id, OpportunityForm form) {
        try {
            service.edit(id, version, form.write());
            form.saved();
            Notices.success(getTranslation("opportunity.form.saved"));
            UI.getCurrent().navigate(OpportunityNavigation.of(id).substring(1));
        } catch (InvalidInput why) {
            if (!form.show(why)) {
                Notices.error(getTranslation(why.messageKey(), why.arguments()));
            }
        } catch (OpportunityForm.Unreadable _) {
            // The field says itself what is wrong with it.
        } catch (EditedMeanwhile meanwhile) {
            // What was typed stays in the form and in the draft. Saving again is then a deliberate act.
            version = meanwhile.version();
            Notices.error(getTranslation("base.editedMeanwhile",
                    Formats.current().moment(meanwhile.at(), today.now())));
        } catch (Refused why) {
            Notices.error(getTranslation(why.messageKey()));
        }
    }
}
