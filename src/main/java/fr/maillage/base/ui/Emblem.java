package fr.maillage.base.ui;

import java.util.function.Function;

/**
 * The drawing by which a space is known, at any of three sizes. Made by {@link Emblems}, from numbers alone; coloured
 * by the {@code data-hue} around it.
 */
public final class Emblem {

    /** How large: 18 px in navigation, 24 px in text, 64 px in the header of a page. */
    public enum Size {
        XS, MEDIUM, XL
    }

    private final Function<Size, Drawing> drawing;
    private final boolean manyHues;

    Emblem(Function<Size, Drawing> drawing, boolean manyHues) {
        this.drawing = drawing;
        this.manyHues = manyHues;
    }

    /**
     * The drawing as it was kept by {@link #stored()}. A single line serves all sizes; nothing at all is no drawing.
     *
     * @param stored written by this application alone, never by a person
     */
    public static Emblem stored(String stored) {
        String[] sizes = stored.split("\n");
        return new Emblem(size -> new Drawing(sizes[Math.min(size.ordinal(), sizes.length - 1)]),
                stored.contains("knot"));
    }

    /** The drawing in its three sizes, a line each, to be kept beside the name of the space. */
    public String stored() {
        return svg(Size.XS) + '\n' + svg(Size.MEDIUM) + '\n' + svg(Size.XL);
    }

    /** The SVG, safe to be shown as it stands, in a template for example. */
    public String svg(Size size) {
        return drawing.apply(size).markup();
    }

    Drawing at(Size size) {
        return drawing.apply(size);
    }

    boolean manyHues() {
        return manyHues;
    }
}
