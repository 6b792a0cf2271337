package fr.maillage.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.access.Viewer;
import fr.maillage.access.ui.Audiences;
import fr.maillage.base.PersonId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.LinkButton;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Prose;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.SpaceChip;
import fr.maillage.base.ui.Tag;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.ui.LiveTextComponents;
import fr.maillage.coediting.ui.TextPlace;
import fr.maillage.coediting.ui.TextPlace.Reader;
import fr.maillage.discussion.ui.DiscussionComponents;
import fr.maillage.file.ui.AttachmentsPanel;
import fr.maillage.file.Attachments;
import fr.maillage.member.People;
import fr.maillage.practice.Lineage;
import fr.maillage.practice.PracticeDraft;
import fr.maillage.practice.PracticeId;
import fr.maillage.practice.PracticePage;
import fr.maillage.practice.PracticeSection;
import fr.maillage.practice.PracticeService;
import fr.maillage.practice.PracticeTextFields;
import fr.maillage.practice.PracticeTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The story of one practice, who sees it, and what became of it elsewhere. */
@Route(PracticeNavigation.PAGE)
@AnonymousAllowed
class PracticeView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private final PracticeService practices;
    private final PracticeTexts texts;
    private final LiveTextComponents live;
    private final CurrentViewer viewer;
    private final Lineage lineage;
    private final LineageParts lineageParts;
    private final Spaces spaces;
    private final People people;
    private final Audiences audiences;
    private final DiscussionComponents discussions;
    private final Attachments attachments;
    private final Today today;
    private String title = "";

    PracticeView(PracticeService practices, PracticeTexts texts, LiveTextComponents live, CurrentViewer viewer, Lineage lineage,
            LineageParts lineageParts, Spaces spaces, People people, Audiences audiences, DiscussionComponents discussions, Attachments attachments, Today today) {
        this.practices = practices;
        this.texts = texts;
        this.live = live;
        this.viewer = viewer;
        this.lineage = lineage;
        this.lineageParts = lineageParts;
        this.spaces = spaces;
        this.people = people;
        this.audiences = audiences;
        this.discussions = discussions;
        this.attachments = attachments;
        this.today = today;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("practice.pageTitle", title);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(id(event));
    }

    /** What is no identifier names nothing, like an identifier of nothing. */
    static PracticeId id(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get(PracticeNavigation.ID).map(UUID::fromString).map(PracticeId::new)
                    .orElseThrow(NotVisible::new);
        } catch (IllegalArgumentException noIdentifier) {
            throw new NotVisible();
        }
    }

    private void show(PracticeId id) {
        PracticePage practice = practices.read(id);
        title = practice.story().title();
        Optional<Space> owner = spaces.find(practice.owner());
        Page page = getContent().clear();
        owner.ifPresent(space -> page.liteau(space.hue()));
        page.bar(bar(practice)).title(title, facts(practice, owner.orElse(null)));
        page.main(story(practice), new AttachmentsPanel(attachments, id.ref(), practice.mayEdit()),
                new Section(getTranslation("practice.discussion"), discussions.discussion(id.ref())));
        page.aside(lineageParts.act(id, lineage.reception(id), () -> show(id)), audience(practice),
                lineageParts.takenUp(lineage.reception(id)));
    }

    private PageHeader bar(PracticePage practice) {
        PageHeader bar = new PageHeader()
                .crumb(getTranslation("practice.list"), "/" + PracticeNavigation.LIST).here(title);
        if (practice.archived()) {
            bar.actions(button("practice.restore", () -> {
                practices.restore(practice.id());
                show(practice.id());
                Notices.success(getTranslation("practice.restored"));
            }));
        } else {
            Component follow = discussions.follow(practice.id().ref());
            if (practice.mayEdit() && practice.mayArchive()) {
                bar.actions(follow, button("practice.archive", () -> archive(practice)),
                        new LinkButton(getTranslation("base.edit"), PracticeNavigation.edit(practice.id())));
            } else if (practice.mayEdit()) {
                bar.actions(follow, new LinkButton(getTranslation("base.edit"),
                        PracticeNavigation.edit(practice.id())));
            } else {
                bar.actions(follow);
            }
        }
        return bar;
    }

    private Button button(String labelKey, Runnable act) {
        Button button = new Button(getTranslation(labelKey), click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setDisableOnClick(true);
        return button;
    }

    private void archive(PracticePage practice) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation("practice.archive.title"),
                getTranslation("practice.archive.text"), getTranslation("practice.archive"), confirmed -> {
                    practices.archive(practice.id());
                    show(practice.id());
                    Notices.undo(getTranslation("practice.archived"), () -> {
                        practices.restore(practice.id());
                        show(practice.id());
                    });
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.addCancelListener(cancelled -> show(practice.id()));
        dialog.open();
    }

    private Component facts(PracticePage practice, @Nullable Space owner) {
        Formats formats = Formats.current();
        Div line = new Div();
        line.addClassName("ml-meta");
        if (owner != null) {
            line.add(new SpaceChip(owner.name(), owner.hue(), Emblem.stored(owner.emblem()), "/" + owner.path()));
        }
        PersonId author = practice.author();
        String name = Optional.ofNullable(people.cards(List.of(author)).get(author)).map(People.Card::name).orElse("");
        LocalDate told = LocalDate.ofInstant(practice.createdAt(), Today.ZONE);
        line.add(new com.vaadin.flow.component.html.Span(
                getTranslation("practice.by", formats.date(told, today.date()), name)));
        if (practice.story().year() != null) {
            line.add(new Tag(String.valueOf(practice.story().year())));
        }
        practice.story().themes().stream().sorted().map(Theme::messageKey)
                .forEach(key -> line.add(new Tag(getTranslation(key))));
        if (practice.archived()) {
            line.add(new Tag(getTranslation("practice.isArchived")));
        }
        return line;
    }

    private Component story(PracticePage practice) {
        Div story = new Div(lead(practice.story()));
        Map<PracticeSection, LiveTextId> opened = texts.opened(practice.id());
        Reader reader = !(viewer.get() instanceof Viewer.SignedIn) ? Reader.VISITOR
                : practice.mayEdit() && !practice.archived() ? Reader.WRITER : Reader.FOLLOWER;
        Div unwritten = new Div();
        unwritten.addClassNames("ml-row", "ml-wrap");
        Section toWrite = new Section(getTranslation("practice.unwritten"), unwritten);
        for (PracticeSection section : PracticeSection.values()) {
            String text = practice.story().section(section);
            String name = getTranslation(section.messageKey());
            TextPlace place = live.place(PracticeTextFields.part(practice.id(), section), name, text, opened.get(section),
                    reader, () -> texts.read(practice.id(), section));
            Section part = new Section(name, place);
            story.add(part);
            if (text.isBlank() && !opened.containsKey(section)) {
                part.setVisible(false);
                Button write = new Button(name, Icon.PLUS.small());
                write.addThemeVariants(ButtonVariant.TERTIARY);
                write.setDisableOnClick(true);
                Runnable written = () -> {
                    part.setVisible(true);
                    unwritten.remove(write);
                    toWrite.setVisible(unwritten.getComponentCount() > 0);
                };
                write.addClickListener(click -> {
                    place.show(texts.open(practice.id(), section));
                    written.run();
                });
                place.whenOpenedElsewhere(written);
                unwritten.add(write);
            } else {
                place.whenOpened(() -> texts.open(practice.id(), section));
            }
        }
        if (reader == Reader.WRITER && unwritten.getComponentCount() > 0) {
            story.add(toWrite);
        }
        return story;
    }

    /** As it reads, without what belongs to whoever acts: for “see as…”. */
    static Component plainStory(PracticeDraft told) {
        Div story = new Div(lead(told));
        for (PracticeSection section : PracticeSection.values()) {
            String text = told.section(section);
            if (!text.isBlank()) {
                story.add(new Section(story.getTranslation(section.messageKey()), new Prose(text)));
            }
        }
        return story;
    }

    private static Paragraph lead(PracticeDraft told) {
        Paragraph summary = new Paragraph(told.summary());
        summary.addClassName("ml-lead");
        return summary;
    }

    private Component audience(PracticePage practice) {
        Section section = new Section(getTranslation("practice.audience"),
                audiences.sentence(practice.audience(), practice.owner()));
        if (practice.mayShare() && !practice.archived()) {
            Button change = new Button(getTranslation("practice.share"),
                    click -> audiences.shareDialog(practice.audience(), practice.owner(), wanted -> {
                        practices.share(practice.id(), wanted);
                        show(practice.id());
                        Notices.success(getTranslation("practice.shared"));
                    }).open());
            Button seeAs = new Button(getTranslation("practice.seeAs"), click -> audiences
                    .seeAs(practice.audience(), practice.owner(), title, () -> plainStory(practice.story())).open());
            change.addThemeVariants(ButtonVariant.TERTIARY);
            seeAs.addThemeVariants(ButtonVariant.TERTIARY);
            section.add(new Div(change, seeAs));
        }
        return section;
    }
}
