package fr.maillage.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import java.util.Locale;

/**
 * A small picture made by our own code out of numbers and names of classes. Nothing a person typed ever enters the
 * markup: a builder takes numbers and constants only, which is why it may be shown as it stands.
 */
final class Drawing {

    private final StringBuilder markup = new StringBuilder();

    /** A picture of this many units; {@code aria-hidden}, the words stand beside it. */
    Drawing(int width, int height) {
        markup.append("<svg viewBox=\"0 0 ").append(width).append(' ').append(height).append("\" width=\"")
                .append(width).append("\" height=\"").append(height)
                .append("\" aria-hidden=\"true\" focusable=\"false\">");
    }

    /** A picture as wide as its place and this high, drawn in percentages. */
    Drawing(int height) {
        markup.append("<svg width=\"100%\" height=\"").append(height)
                .append("\" aria-hidden=\"true\" focusable=\"false\">");
    }

    /** A picture made before, by this class. */
    Drawing(String made) {
        markup.append(made.isEmpty() ? "<svg aria-hidden=\"true\">" : made.substring(0, made.length() - "</svg>".length()));
    }

    Drawing hue(int hue) {
        markup.append("<g data-hue=\"").append(hue).append("\">");
        return this;
    }

    Drawing status(Status status) {
        markup.append("<g data-status=\"").append(status.code()).append("\">");
        return this;
    }

    Drawing end() {
        markup.append("</g>");
        return this;
    }

    Drawing circle(String className, double x, double y, double radius, double stroke) {
        markup.append("<circle class=\"").append(className).append("\" cx=\"").append(n(x)).append("\" cy=\"")
                .append(n(y)).append("\" r=\"").append(n(radius)).append('"');
        stroke(stroke);
        return close();
    }

    /** Part of a ring that starts at noon, {@code part} of the whole from 0 to 1. */
    Drawing arc(String className, double x, double y, double radius, double part) {
        markup.append("<circle class=\"").append(className).append("\" cx=\"").append(n(x)).append("\" cy=\"")
                .append(n(y)).append("\" r=\"").append(n(radius)).append("\" pathLength=\"100\" stroke-dasharray=\"")
                .append(n(part * 100)).append(" 100\" transform=\"rotate(-90 ").append(n(x)).append(' ')
                .append(n(y)).append(")\"");
        return close();
    }

    Drawing rect(String className, double x, double y, double width, double height) {
        markup.append("<rect class=\"").append(className).append("\" x=\"").append(n(x)).append("\" y=\"")
                .append(n(y)).append("\" width=\"").append(n(width)).append("\" height=\"").append(n(height))
                .append('"');
        return close();
    }

    /** A band over the whole height, from {@code start} for {@code length}, both in percent of the width. */
    Drawing band(String className, double start, double length) {
        markup.append("<rect class=\"").append(className).append("\" x=\"").append(n(start)).append("%\" y=\"0\"")
                .append(" width=\"").append(n(length)).append("%\" height=\"100%\"");
        return close();
    }

    Drawing path(String className, Path path, double stroke) {
        markup.append("<path class=\"").append(className).append("\" d=\"").append(path.data).append('"');
        stroke(stroke);
        return close();
    }

    /** The whole picture, safe to be shown as it stands. */
    String markup() {
        return markup + "</svg>";
    }

    Component component() {
        return new Svg(markup());
    }

    private void stroke(double stroke) {
        if (stroke > 0) {
            markup.append(" stroke-width=\"").append(n(stroke)).append('"');
        }
    }

    private Drawing close() {
        markup.append("/>");
        return this;
    }

    /** A number in as few signs as the eye needs. */
    private static String n(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    /** A line from point to point. */
    static final class Path {

        private final StringBuilder data = new StringBuilder();

        Path move(double x, double y) {
            data.append('M').append(n(x)).append(' ').append(n(y));
            return this;
        }

        Path line(double x, double y) {
            data.append('L').append(n(x)).append(' ').append(n(y));
            return this;
        }

        Path close() {
            data.append('Z');
            return this;
        }
    }
}
