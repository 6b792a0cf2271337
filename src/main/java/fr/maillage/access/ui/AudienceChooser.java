package fr.maillage.access.ui;

import static fr.maillage.access.ui.AudienceWords.list;
import static fr.maillage.access.ui.AudienceWords.text;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import fr.maillage.access.Audience;
import fr.maillage.access.Audience.Grant;
import fr.maillage.access.AudienceReach;
import fr.maillage.access.AudienceReach.Choices;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.Level;
import fr.maillage.access.PeopleLookup.Found;
import fr.maillage.access.Profile;
import fr.maillage.access.Spaces;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.AudienceSentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who will see an item: oneself and named people, the space (some profiles of it), an alliance of the space,
 * the network, everybody. Says in words and numbers what the choice means. An audience that is none of these
 * (two alliances, other profiles here than there) stands as one more choice and is kept as it is.
 *
 * <p>Made by {@link Audiences#chooser}.
 */
public final class AudienceChooser extends CustomField<Audience> {

    private static final int NAMES_SHOWN = 6;

    /** One line of the choice; {@code scope} is null for named people, {@code kept} holds an audience as it was. */
    private record Option(@Nullable AudienceScope scope, String title, String detail, boolean enabled,
            @Nullable Audience kept) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Option option && Objects.equals(scope, option.scope)
                    && Objects.equals(kept, option.kept);
        }

        @Override
        public int hashCode() {
            return Objects.hash(scope, kept);
        }
    }

    private final AudienceReach reach;
    private final AudienceWords words;
    private final SpaceId owner;
    private final Choices choices;
    private final PersonId author;
    private final RadioButtonGroup<Option> options = new RadioButtonGroup<>();
    private final CheckboxGroup<Profile> profiles = new CheckboxGroup<>();
    private final MultiSelectComboBox<Found> named = new MultiSelectComboBox<>();
    private final Div preview = new Div();
    private @Nullable Audience before;
    private Audience value = Audience.none();
    private boolean presenting;

    AudienceChooser(AudienceReach reach, AudienceWords words, SpaceId owner, PersonId author) {
        super(Audience.none());
        this.reach = reach;
        this.words = words;
        this.owner = owner;
        this.author = author;
        this.choices = reach.choices(owner);
        addClassName("ml-audience-chooser");

        options.setLabel(text("audience.label"));
        options.setRenderer(new ComponentRenderer<>(AudienceChooser::line));
        options.setItemEnabledProvider(Option::enabled);
        options.addValueChangeListener(event -> changed(event.isFromClient()));
        profiles.setLabel(text("audience.profilesLabel"));
        profiles.setItems(Profile.values());
        profiles.setItemLabelGenerator(profile -> AudienceWords.capital(text("audience.profiles." + profile)));
        profiles.setHelperText(text("audience.profilesHelp"));
        profiles.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue().isEmpty()) {
                // Nobody at all is the first choice, not this one without a tick.
                profiles.setValue(event.getOldValue());
                profiles.setHelperText(text("audience.oneProfileAtLeast"));
            } else {
                changed(event.isFromClient());
            }
        });
        named.setLabel(text("audience.named"));
        named.setPlaceholder(text("audience.namedPlaceholder"));
        named.setItemLabelGenerator(found -> found.detail().isEmpty() ? found.name()
                : found.name() + " · " + found.detail());
        named.setItems(this::lookup);
        named.addValueChangeListener(event -> changed(event.isFromClient()));

        preview.addClassName("ml-note");
        preview.getElement().setAttribute("role", "status");
        Div all = new Div(options, profiles, named, preview);
        all.addClassNames("ml-stack", "ml-gap-16");
        add(all);
        presentOptions(null);
        setValue(reach.proposed(owner));
        setPresentationValue(getValue());
    }

    /** The audience the item has: newcomers are counted against it, and it is shown. */
    public void setBefore(Audience audience) {
        before = audience;
        setValue(audience);
        setPresentationValue(audience);
    }

    private void presentOptions(@Nullable Audience kept) {
        List<Option> all = new ArrayList<>();
        if (kept != null) {
            all.add(new Option(null, text("audience.asItIs"), words.of(kept, owner), true, kept));
        }
        all.add(new Option(null, text("audience.named.title"), text("audience.named.detail"), true, null));
        all.add(new Option(new AudienceScope.Space(owner), choices.owner().name(), text("audience.space.detail"), true,
                null));
        choices.alliances().forEach((alliance, members) -> all.add(new Option(new AudienceScope.Space(alliance.id()),
                text("audience.alliance.title", alliance.shortName()), names(members), true, null)));
        all.add(new Option(new AudienceScope.Network(), text("audience.network.title"), "", true, null));
        boolean open = choices.mayPublish() || before != null && before.isPublic();
        all.add(new Option(new AudienceScope.Public(), text("audience.public.title"),
                text(open ? "audience.public.detail" : "audience.public.refused"), open, null));
        options.setItems(all);
    }

    private static String names(List<Spaces.Space> members) {
        List<String> names = new ArrayList<>(members.stream().limit(NAMES_SHOWN).map(Spaces.Space::shortName).toList());
        if (members.size() > NAMES_SHOWN) {
            names.add(text("audience.more", members.size() - NAMES_SHOWN));
        }
        return list(names);
    }

    private static Div line(Option option) {
        Div line = new Div(new Span(option.title()));
        line.addClassName("ml-choice");
        if (!option.detail().isEmpty()) {
            Span detail = new Span(option.detail());
            detail.addClassName("ml-choice-detail");
            line.add(detail);
        }
        return line;
    }

    private Stream<Found> lookup(Query<Found, String> query) {
        String typed = query.getFilter().orElse("");
        return reach.find(typed, owner).stream().skip(query.getOffset()).limit(query.getLimit());
    }

    private void changed(boolean fromClient) {
        if (presenting) {
            return;
        }
        value = assemble();
        showDetails();
        updateValue();
    }

    /** The audience that the three fields say together. */
    private Audience assemble() {
        Option option = options.getValue();
        if (option != null && option.kept() != null) {
            return option.kept();
        }
        Audience audience = Audience.none();
        AudienceScope scope = option == null ? null : option.scope();
        Profile[] through = profiles.getValue().size() == Profile.values().length ? new Profile[0]
                : profiles.getValue().toArray(Profile[]::new);
        if (scope instanceof AudienceScope.Public) {
            audience = audience.with(new AudienceScope.Space(owner), Level.COMMENT).with(scope, Level.READ);
        } else if (scope != null) {
            audience = audience.with(new AudienceScope.Space(owner), Level.COMMENT, through)
                    .with(scope, Level.COMMENT, through);
        }
        for (Found found : named.getValue()) {
            // Somebody who was named to edit stays so: the level is chosen elsewhere.
            Level level = Optional.ofNullable(before).flatMap(all -> all.grantTo(found.scope())).map(Grant::level)
                    .orElse(Level.COMMENT);
            audience = audience.with(found.scope(), level);
        }
        return audience;
    }

    @Override
    protected Audience generateModelValue() {
        return value;
    }

    @Override
    protected void setPresentationValue(Audience audience) {
        presenting = true;
        try {
            value = audience;
            presentOptions(null);
            named.setValue(new HashSet<>(reach.named(audience)));
            Set<Profile> through = through(audience);
            profiles.setValue(through.isEmpty() ? EnumSet.allOf(Profile.class) : through);
            options.setValue(option(audience));
            if (!sameGroups(assemble(), audience)) {
                presentOptions(audience);
                options.setValue(option(null));
                options.getListDataView().getItems().findFirst().ifPresent(options::setValue);
            }
            showDetails();
        } finally {
            presenting = false;
        }
    }

    private static boolean sameGroups(Audience a, Audience b) {
        return a.isWithin(b) && b.isWithin(a);
    }

    private @Nullable Option option(@Nullable Audience audience) {
        return audience == null ? null : options.getListDataView().getItems()
                .filter(option -> option.kept() == null && Objects.equals(option.scope(), widest(audience)))
                .findFirst().orElse(null);
    }

    private @Nullable AudienceScope widest(Audience audience) {
        AudienceScope widest = null;
        for (Grant grant : audience.grants()) {
            AudienceScope scope = grant.scope();
            if (scope instanceof AudienceScope.Public) {
                return scope;
            }
            boolean wider = scope instanceof AudienceScope.Network
                    || scope instanceof AudienceScope.Space && !(widest instanceof AudienceScope.Network)
                            && (widest == null || widest.equals(new AudienceScope.Space(owner)));
            widest = wider ? scope : widest;
        }
        return widest;
    }

    private Set<Profile> through(Audience audience) {
        return audience.grantTo(new AudienceScope.Space(owner)).map(Grant::profiles).map(EnumSet::copyOf)
                .orElseGet(() -> EnumSet.noneOf(Profile.class));
    }

    private void showDetails() {
        Option option = options.getValue();
        boolean kept = option != null && option.kept() != null;
        AudienceScope scope = option == null ? null : option.scope();
        profiles.setVisible(!kept && scope != null && !(scope instanceof AudienceScope.Public));
        named.setVisible(!kept && !(scope instanceof AudienceScope.Public));
        AudienceReach.Reach reached = reach.reach(value, before, author);
        String counted = reached.everybody() ? "" : text(before == null ? "audience.reach" : "audience.reachMore",
                reached.people(), reached.newcomers(), reached.isMore() ? 1 : 0);
        preview.removeAll();
        preview.add(new AudienceSentence(AudienceSentence.Reach.PREVIEW, counted,
                (counted.isEmpty() ? "" : " ") + words.of(value, owner)));
    }
}
