package fr.maillage.practice.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.access.ui.AudienceChooser;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.EditedMeanwhile;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DraftKeeper;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.RequiredFields;
import fr.maillage.practice.PracticeDraft;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticePage;
import fr.maillage.practice.PracticeSection;
import fr.maillage.practice.PracticeService;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Writing a practice, for the first time or again. */
@Route(PracticeNavigation.NEW)
@RouteAlias(PracticeNavigation.EDIT)
@PermitAll
class PracticeFormView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private final PracticeService practices;
    private final Spaces spaces;
    private final Audiences audiences;
    private final CurrentViewer viewer;
    private final Today today;

    /** Chosen once, so that a second click tells nothing new. */
    private final PracticeId fresh = new PracticeId(Ids.next());
    private final Select<SpaceId> space = new Select<>();
    private final TextField title = new TextField();
    private final TextArea summary = new TextArea();
    private final IntegerField year = new IntegerField();
    private final MultiSelectComboBox<Theme> themes = new MultiSelectComboBox<>();
    private final Map<PracticeSection, TextArea> sections = new EnumMap<>(PracticeSection.class);
    private final Map<String, Component> fields = new LinkedHashMap<>();
    private final Button save = new Button();
    private final Paragraph trouble = new Paragraph();
    private final Div audiencePlace = new Div();
    private transient List<HasValidation> shown = List.of();
    private @Nullable AudienceChooser audience;
    private @Nullable PracticePage edited;
    /** The version what is typed is based on. */
    private long base;
    private @Nullable DraftKeeper drafts;

    PracticeFormView(PracticeService practices, Spaces spaces, Audiences audiences, CurrentViewer viewer,
            Today today) {
        this.practices = practices;
        this.spaces = spaces;
        this.audiences = audiences;
        this.viewer = viewer;
        this.today = today;
        buildFields();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.pageTitle", getTranslation(edited == null ? "practice.new" : "practice.edit"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getRouteParameters().get(PracticeNavigation.ID).isPresent()) {
            edit(PracticeView.id(event));
        } else {
            List<SpaceId> mine = practices.spacesToTellIn();
            SpaceId asked = event.getLocation().getQueryParameters().getSingleParameter(PracticeNavigation.SPACE)
                    .map(PracticeFormView::spaceId).orElse(null);
            tell(mine, mine.contains(asked) ? asked : null);
        }
    }

    private static @Nullable SpaceId spaceId(String word) {
        try {
            return new SpaceId(UUID.fromString(word));
        } catch (IllegalArgumentException noIdentifier) {
            return null;
        }
    }

    private void buildFields() {
        space.setLabel(getTranslation("practice.field.space"));
        space.addValueChangeListener(change -> {
            // New choices empty the field for a moment.
            if (change.getValue() != null) {
                offerAudience(change.getValue());
            }
        });
        field("title", title, "practice.field.title", "practice.field.title.hint");
        title.setRequiredIndicatorVisible(true);
        field("summary", summary, "practice.field.summary", "practice.field.summary.hint");
        summary.setRequiredIndicatorVisible(true);
        field("year", year, "practice.field.year", null);
        year.setI18n(new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(
                getTranslation("practice.implausibleYear", String.valueOf(today.date().getYear() + 1))));
        field("themes", themes, "practice.field.themes", null);
        themes.setRequiredIndicatorVisible(true);
        themes.setItems(Theme.values());
        themes.setItemLabelGenerator(theme -> getTranslation(theme.messageKey()));
        for (PracticeSection section : PracticeSection.values()) {
            TextArea area = new TextArea();
            area.setMinRows(3);
            field(section.field(), area, section.messageKey(), section.hintKey());
            sections.put(section, area);
        }
        sections.get(PracticeSection.DONE).setRequiredIndicatorVisible(true);
        trouble.addClassName("ml-error-text");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
    }

    private void field(String name, AbstractField<?, ?> field, String labelKey, @Nullable String hintKey) {
        ((com.vaadin.flow.component.HasLabel) field).setLabel(getTranslation(labelKey));
        if (hintKey != null) {
            ((com.vaadin.flow.component.HasHelper) field).setHelperText(getTranslation(hintKey));
        }
        ((com.vaadin.flow.component.HasSize) field).setWidthFull();
        fields.put(name, field);
    }

    private void tell(List<SpaceId> mine, @Nullable SpaceId asked) {
        if (mine.isEmpty()) {
            getContent().clear().title(getTranslation("practice.new"), getTranslation("practice.nowhere"));
            return;
        }
        Map<SpaceId, Space> known = spaces.find(mine);
        space.setItems(mine);
        space.setItemLabelGenerator(id -> known.containsKey(id) ? known.get(id).name() : "");
        space.setValue(asked == null ? mine.getFirst() : asked);
        space.setWidthFull();
        save.setText(getTranslation("practice.publish"));
        layOut(getTranslation("practice.new"), "/" + PracticeNavigation.LIST, space);
    }

    private void offerAudience(SpaceId owner) {
        audience = audiences.chooser(owner);
        audience.setLabel(getTranslation("practice.field.audience"));
        audiencePlace.removeAll();
        audiencePlace.add(audience);
    }

    private void edit(PracticeId id) {
        PracticePage practice = practices.read(id);
        if (!practice.mayEdit()) {
            throw new NotVisible();
        }
        edited = practice;
        base = practice.version();
        PracticeDraft story = practice.story();
        title.setValue(story.title());
        summary.setValue(story.summary());
        year.setValue(story.year());
        themes.setValue(story.themes());
        // The parts are written where they are read, with others.
        sections.forEach((section, area) -> fields.remove(section.field()));
        save.setText(getTranslation("practice.save"));
        layOut(getTranslation("practice.edit"), PracticeNavigation.page(id), null);
    }

    private void layOut(String heading, String back, @Nullable Component first) {
        FormLayout form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        if (first != null) {
            form.add(first);
        }
        fields.values().forEach(form::add);
        Div actions = new Div(new LinkButton(getTranslation("base.cancel"), back).quiet(), save);
        actions.addClassNames("ml-row", "ml-end");
        DraftKeeper kept = new DraftKeeper(form, "practice/" + (edited == null ? "new" : edited.id().value()) + '/'
                + viewer.person().value(), today.now());
        fields.forEach((name, field) -> {
            if (field == themes) {
                kept.choices(name, themes);
            } else {
                kept.field(name, field);
            }
        });
        if (edited != null) {
            kept.version(base, taken -> base = taken);
        }
        drafts = kept;
        if (edited == null) {
            Button seeAs = new Button(getTranslation("practice.seeAs"), click -> seeAs());
            actions.addComponentAtIndex(1, seeAs);
        }
        Div whole = new Div(kept, form, audiencePlace, trouble, actions);
        whole.addClassNames("ml-form", "ml-stack", "ml-gap-24");
        getContent().clear()
                .bar(new PageHeader().crumb(getTranslation("practice.list"), "/" + PracticeNavigation.LIST)
                        .here(heading))
                .title(heading).content(whole);
    }

    private void save() {
        shown.forEach(field -> field.setInvalid(false));
        shown = List.of();
        trouble.setVisible(false);
        if (year.isInvalid() && year.getValue() == null) {
            // It holds what is no number, and says so itself.
            year.focus();
            save.setEnabled(true);
            return;
        }
        try {
            PracticePage before = edited;
            PracticeId id;
            if (before == null) {
                id = practices.tell(fresh, space.getValue(), draft(), java.util.Objects.requireNonNull(audience).getValue());
            } else {
                id = before.id();
                practices.rewrite(id, base, draft());
            }
            if (drafts != null) {
                drafts.done();
            }
            getUI().ifPresent(ui -> ui.navigate(PracticeNavigation.page(id).substring(1)));
            Notices.success(getTranslation(before == null ? "practice.published" : "practice.saved"));
        } catch (InvalidInput invalid) {
            tellInvalid(invalid);
        } catch (EditedMeanwhile | OptimisticLockingFailureException meanwhile) {
            // Saving again is then a deliberate act: it takes the version that stands now as its base.
            PracticePage theirs = practices.read(java.util.Objects.requireNonNull(edited).id());
            edited = theirs;
            base = theirs.version();
            trouble(getTranslation("base.editedMeanwhile", Formats.current().moment(theirs.changedAt(), today.now())));
        } catch (Refused refused) {
            trouble(getTranslation(refused.messageKey()));
        } finally {
            save.setEnabled(true);
        }
    }

    /** What is about to be told, through the eyes of those one chooses. */
    private void seeAs() {
        PracticeDraft told = draft();
        audiences.seeAs(java.util.Objects.requireNonNull(audience).getValue(), space.getValue(), told.title(),
                () -> PracticeView.plainStory(told)).open();
    }

    private PracticeDraft draft() {
        Map<PracticeSection, String> texts = new EnumMap<>(PracticeSection.class);
        sections.forEach((section, area) -> texts.put(section, area.getValue()));
        return new PracticeDraft(title.getValue(), summary.getValue(), year.getValue(), themes.getValue(), texts);
    }

    private void tellInvalid(InvalidInput invalid) {
        String words = getTranslation(invalid.messageKey(), invalid.arguments());
        Component field = fields.get(invalid.field());
        if (field == null) {
            trouble(words);
            return;
        }
        List<HasValidation> told = new ArrayList<>(
                new RequiredFields(fields.values().stream().filter(PracticeFormView::isRequired).toArray(Component[]::new)).tellEmpty());
        HasValidation invalidField = (HasValidation) field;
        invalidField.setErrorMessage(words);
        invalidField.setInvalid(true);
        told.add(invalidField);
        shown = told;
        ((Focusable<?>) field).focus();
    }

    private static boolean isRequired(Component field) {
        return field instanceof HasValue<?, ?> value && value.isRequiredIndicatorVisible();
    }

    private void trouble(String words) {
        trouble.setText(words);
        trouble.setVisible(true);
    }
}
