package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.Operation;
import fr.maillage.access.Refused;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.access.ui.AudienceChooser;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Section;
import fr.maillage.opportunity.OpportunityContent;
import fr.maillage.opportunity.OpportunityId;
import fr.maillage.opportunity.OpportunityService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts a need or an offer in a space. */
@Route(OpportunityNavigation.NEW)
@PermitAll
class PostView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_SPACES = 50;

    private final transient OpportunityService service;
    private final transient Audiences audiences;
    private final transient AccessPolicy policy;
    private final transient AccessScopes scopes;
    private final transient Spaces spaces;
    private final transient CurrentViewer viewer;
    private final transient Today today;
    /** Chosen once, so that a second click posts nothing new. */
    private final OpportunityId id = OpportunityId.next();
    private final Div audiencePlace = new Div();
    private @Nullable AudienceChooser audience;
    private @Nullable SpaceId owner;

    PostView(OpportunityService service, Audiences audiences, AccessPolicy policy, AccessScopes scopes, Spaces spaces,
            CurrentViewer viewer, Today today) {
        this.service = service;
        this.audiences = audiences;
        this.policy = policy;
        this.scopes = scopes;
        this.spaces = spaces;
        this.viewer = viewer;
        this.today = today;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("opportunity.new.pageTitle");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<SpaceId> asked = event.getLocation().getQueryParameters().getSingleParameter(ListState.SPACE)
                .flatMap(ListState::space);
        List<SpaceId> writable = scopes.current().spaces().stream()
                .filter(space -> policy.may(Operation.CREATE, Subject.of(space))).limit(MOST_SPACES).toList();
        Map<SpaceId, Spaces.Space> known = spaces.find(writable);
        // One's own spaces come before those that an alliance gives: the first one is proposed.
        List<Spaces.Space> mine = writable.stream().filter(known::containsKey).map(known::get).toList();
        Page page = getContent().clear().bar(new PageHeader()
                .crumb(getTranslation("opportunity.list.here"), OpportunityNavigation.list())
                .here(getTranslation("opportunity.new.here")));
        page.title(getTranslation("opportunity.new.title"), getTranslation("opportunity.new.subtitle"));
        if (mine.isEmpty()) {
            page.content(new EmptyState(getTranslation("opportunity.new.nowhere"))
                    .text(getTranslation("opportunity.new.nowhereText")).actions(wayOut()));
            return;
        }
        asked.ifPresent(space -> policy.require(Operation.CREATE, Subject.of(space)));
        write(page, mine, asked.flatMap(space -> mine.stream().filter(one -> one.id().equals(space)).findFirst())
                .orElse(mine.getFirst()));
    }

    /** Who is in a space already asks those who coordinate it; who is in none finds one. */
    private LinkButton wayOut() {
        return scopes.current().directSpaces().stream().findFirst().flatMap(spaces::find)
                .map(space -> new LinkButton(getTranslation("opportunity.new.seeCoordinators", space.shortName()),
                        "/" + space.path() + "?onglet=annuaire"))
                .orElseGet(() -> new LinkButton(getTranslation("opportunity.new.findSpace"), "/territoires")).primary();
    }

    private void write(Page page, List<Spaces.Space> mine, Spaces.Space first) {
        Select<Spaces.Space> space = new Select<>();
        space.setLabel(getTranslation("opportunity.form.space"));
        space.setItems(mine);
        space.setItemLabelGenerator(Spaces.Space::name);
        space.setValue(first);
        space.setWidthFull();
        space.addValueChangeListener(event -> choose(event.getValue()));
        OpportunityForm fields = new OpportunityForm("opportunity/new/" + viewer.person().value(), today.now());
        choose(first);
        Button post = new Button(getTranslation("opportunity.form.post"));
        post.addThemeVariants(ButtonVariant.PRIMARY);
        post.setDisableOnClick(true);
        post.addClickListener(event -> {
            post(fields);
            post.setEnabled(true);
        });
        Div foot = new Div(post, new LinkButton(getTranslation("opportunity.cancel"), OpportunityNavigation.list())
                .quiet());
        foot.addClassNames("ml-row", "ml-sticky-foot");
        Div all = new Div(space, fields, foot);
        all.addClassNames("ml-stack", "ml-gap-16", "ml-form");
        page.main(all);
        Button seeAs = new Button(getTranslation("opportunity.seeAs"), event -> seeAs(fields));
        seeAs.addClassName("small");
        page.aside(new Section(getTranslation("opportunity.whoSees"), audiencePlace, seeAs));
    }

    private void choose(Spaces.Space space) {
        owner = space.id();
        getContent().liteau(space.hue());
        audience = audiences.chooser(space.id());
        audiencePlace.removeAll();
        audiencePlace.add(audience);
    }

    /** What is about to be posted, through the eyes of those one chooses. */
    private void seeAs(OpportunityForm fields) {
        AudienceChooser chosen = audience;
        SpaceId space = owner;
        if (chosen == null || space == null) {
            return;
        }
        try {
            OpportunityContent content = fields.write();
            audiences.seeAs(chosen.getValue(), space, content.title(),
                    () -> new OpportunityReading(content, "", today.date())).open();
        } catch (InvalidInput why) {
            fields.show(why);
        } catch (OpportunityForm.Unreadable _) {
            // The field says itself what is wrong with it.
        }
    }

    private void post(OpportunityForm fields) {
        if (owner == null || audience == null) {
            return;
        }
        try {
            service.post(id, owner, null, fields.write(), audience.getValue());
            fields.saved();
            Notices.success(getTranslation("opportunity.form.posted"));
            UI.getCurrent().navigate(OpportunityNavigation.of(id).substring(1));
        } catch (InvalidInput why) {
            if (!fields.show(why)) {
                Notices.error(getTranslation(why.messageKey(), why.arguments()));
            }
        } catch (OpportunityForm.Unreadable _) {
            // The field says itself what is wrong with it.
        } catch (Refused why) {
            Notices.error(getTranslation(why.messageKey()));
        }
    }
}
