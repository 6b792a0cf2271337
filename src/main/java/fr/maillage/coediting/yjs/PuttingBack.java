package fr.maillage.coediting.yjs;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts words back that lost their place, those that belong together together: who types sends letter by letter, and does
 * not know yet. Of one document, not safe for use by several threads at once.
 */
public final class PuttingBack {

    /** More than that are forgotten: what is typed behind them gets a place of its own. */
    private static final int MOST = 100;

    private final String root;
    private final Function<String, XmlNode> paragraph;
    /** Where the last of some words went. */
    private final Map<Place, Place> ends = new HashMap<>();
    /** Blanks behind nothing that was put back: nothing, unless words follow. */
    private final Map<Place, Stranded> blanks = new HashMap<>();

    /** @param paragraph of words; ends with them */
    public PuttingBack(String root, Function<String, XmlNode> paragraph) {
        this.root = root;
        this.paragraph = paragraph;
    }

    /** How these words come back, as one more author; null when there is nothing to do. */
    public @Nullable Consumer<Editing> of(Stranded words) {
        if (ends.size() + blanks.size() > MOST) {
            ends.clear();
            blanks.clear();
        }
        Stranded blank = words.behind() == null ? null : blanks.remove(words.behind());
        Stranded all = blank == null ? words : words.behind(blank);
        Place end = all.behind() == null ? null : ends.remove(all.behind());
        if (end == null && all.words().isBlank()) {
            blanks.put(all.last(), all);
            return null;
        }
        return edit -> {
            Place last = end == null ? null : edit.insertBehind(end, all.words());
            ends.put(all.last(), last != null ? last : edit.insertBehind(root, all, paragraph.apply(all.words())));
        };
    }
}
