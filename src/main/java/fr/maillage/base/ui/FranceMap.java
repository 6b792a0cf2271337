package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map of France: places in the hue of their space, threads between them, a dot for every territory if asked. No
 * tiles from outside. Stands beside a list of the same things.
 */
@com.vaadin.flow.component.Tag("ml-france-map")
@JsModule("./france-map.ts")
public class FranceMap extends Component implements HasSize {

    /** Up to this many places, a thread joins each to each; beyond, each to its neighbour. */
    private static final int EACH_TO_EACH = 3;

    /**
     * A place that can be picked.
     *
     * @param note said after the label to those who listen, may be empty
     * @param hue  the hue of its space, from 0 to 11
     * @param href where it leads, from the root of the site, or null for a button
     */
    public record Point(String id, String label, String note, double lat, double lon, int hue,
            @Nullable String href) {}

    /** A thread between two places, by their ids. */
    public record Line(String from, String to) {}

    /** A place was picked. */
    @DomEvent("ml-pick")
    public static class PickEvent extends ComponentEvent<FranceMap> {

        private final String id;

        public PickEvent(FranceMap source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }

        /** The id of the place: what the browser says, to be looked up, never trusted. */
        public String id() {
            return id;
        }
    }

    /** @param label what is shown, for those who do not see it: “Les membres de l’alliance VVV” */
    public FranceMap(String label) {
        getElement().setProperty("label", label).setProperty("help", getTranslation("base.map.help"))
                .setProperty("attribution", getTranslation("base.map.attribution"));
    }

    /** The places, in the order in which Tab and a screen reader meet them. */
    public FranceMap points(List<Point> points) {
        getElement().setPropertyList("points", points);
        return this;
    }

    public FranceMap lines(List<Line> lines) {
        getElement().setPropertyList("lines", lines);
        return this;
    }

    /** The places and the thread that joins them, as members of one alliance, in the order in which they joined. */
    public FranceMap alliance(List<Point> members) {
        List<Line> lines = new ArrayList<>();
        if (members.size() <= EACH_TO_EACH) {
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    lines.add(new Line(members.get(i).id(), members.get(j).id()));
                }
            }
        } else {
            List<Point> path = Emblems.along(members, Point::lat, Point::lon);
            for (int i = 1; i < path.size(); i++) {
                lines.add(new Line(path.get(i - 1).id(), path.get(i).id()));
            }
        }
        return points(members).lines(lines);
    }

    /** A grey dot for each of these places, under the others. @param places population is not looked at */
    public FranceMap dots(List<Emblems.Point> places) {
        List<Double> flat = new ArrayList<>(places.size() * 2);
        places.forEach(place -> {
            flat.add(Math.round(place.lat() * 1000) / 1000.0);
            flat.add(Math.round(place.lon() * 1000) / 1000.0);
        });
        getElement().setPropertyList("dots", flat);
        return this;
    }

    /** What the map comes from, when it is not only the usual ground. */
    public FranceMap attribution(String words) {
        getElement().setProperty("attribution", words);
        return this;
    }

    public Registration addPickListener(ComponentEventListener<PickEvent> listener) {
        return addListener(PickEvent.class, listener);
    }
}
