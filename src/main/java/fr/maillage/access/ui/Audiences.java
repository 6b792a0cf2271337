package fr.maillage.access.ui;

import com.vaadin.flow.component.Component;
import fr.maillage.access.Audience;
import fr.maillage.access.AudienceReach;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.CurrentViewer;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.AudienceSentence;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes everything on a screen that has to do with who sees an item. */
@org.springframework.stereotype.Component
public class Audiences {

    private final AudienceReach reach;
    private final AudienceWords words;
    private final CurrentViewer viewer;

    Audiences(AudienceReach reach, AudienceWords words, CurrentViewer viewer) {
        this.reach = reach;
        this.words = words;
        this.viewer = viewer;
    }

    /**
     * A field for the audience of an item of that space, written by whoever acts; it starts with what
     * the charter of an alliance proposes, else with all the people of the space. For an item that exists call {@link AudienceChooser#setBefore} next.
     */
    public AudienceChooser chooser(SpaceId owner) {
        return new AudienceChooser(reach, words, owner, viewer.person());
    }

    /** The audience in words, as plain text. */
    public String words(Audience audience, SpaceId owner) {
        return words.of(audience, owner);
    }

    /** The audience in words, as a line with an icon: for every item and every page of one. */
    public AudienceSentence sentence(Audience audience, SpaceId owner) {
        String all = words.of(audience, owner);
        int end = all.indexOf(". ");
        return new AudienceSentence(reach(audience), end < 0 ? all : all.substring(0, end + 1),
                end < 0 ? "" : all.substring(end + 1));
    }

    private static AudienceSentence.Reach reach(Audience audience) {
        if (audience.isPublic()) {
            return AudienceSentence.Reach.ALL;
        }
        boolean whole = audience.grants().stream().anyMatch(grant -> grant.allProfiles()
                && (grant.scope() instanceof AudienceScope.Space || grant.scope() instanceof AudienceScope.Network));
        return whole ? AudienceSentence.Reach.MANY : AudienceSentence.Reach.SOME;
    }

    /**
     * The dialog that changes the audience of an item: the choice, what it means, and a confirmation.
     *
     * @param before  the audience it has
     * @param confirm called with the new audience; what it throws is shown
     */
    public ShareDialog shareDialog(Audience before, SpaceId owner, Consumer<Audience> confirm) {
        AudienceChooser chooser = chooser(owner);
        chooser.setBefore(before);
        return new ShareDialog(chooser, confirm);
    }

    /**
     * The dialog « Voir comme… »: says whether somebody of a profile and a space would see one's own item, and shows
     * it as they would read it.
     *
     * @param title   of the item
     * @param reading makes what such a reader would see, without anything to act on
     */
    public SeeAsDialog seeAs(Audience audience, SpaceId owner, String title, Supplier<Component> reading) {
        return new SeeAsDialog(reach, audience, owner, title, reading);
    }
}
