package fr.maillage.discussion.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.Hue;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Avatar;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.SpaceEmblem;
import fr.maillage.base.ui.Strong;
import fr.maillage.base.ui.TimeText;
import fr.maillage.discussion.ActivityLog;
import fr.maillage.discussion.ActivityLog.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What happened, one sentence a line. The sentence is the feature's own: who, what was done, to which thing. */
class ActivityFeed extends Composite<Div> {

    /** Stand in a sentence for the parts that are shown in their own way; no bundle contains them. */
    private static final String WHO = "\u0001";
    private static final String WHAT = "\u0002";

    private final Parts parts;
    private final Spaces spaces;
    private final IntFunction<List<Line>> read;
    private final @Nullable Instant since;
    private final DrawnList list = new DrawnList().plain();
    private final Paragraph empty = new Paragraph();
    private final Button more = SaidView.quiet("");
    private int limit;

    /**
     * @param read  reads that many lines
     * @param since what is later is marked as new; null marks nothing
     */
    ActivityFeed(Parts parts, Spaces spaces, IntFunction<List<Line>> read, int first, @Nullable Instant since) {
        this.parts = parts;
        this.spaces = spaces;
        this.read = read;
        this.since = since;
        this.limit = first;
        empty.setText(getTranslation("discussion.activity.empty"));
        empty.addClassName("ml-foot");
        more.setText(getTranslation("discussion.activity.more"));
        more.addClickListener(click -> {
            limit = Math.min(limit * 2 + 10, ActivityLog.MOST);
            show();
        });
        getContent().addClassName("ml-feed");
        getContent().add(list, empty, more);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        show();
    }

    private void show() {
        // One more than shown says whether there is more, without a count.
        List<Line> lines = read.apply(Math.min(limit + 1, ActivityLog.MOST));
        boolean further = lines.size() > limit;
        List<Line> shown = further ? lines.subList(0, limit) : lines;
        Map<PersonId, String> names = parts.names().of(shown.stream().map(Line::actor)
                .filter(java.util.Objects::nonNull).toList());
        Map<SpaceId, Space> owners = spaces.find(shown.stream().map(line -> line.item().owner()).toList());
        list.clear();
        list.add(shown.stream().map(line -> line(line, names, owners.get(line.item().owner()))).toList());
        list.setVisible(!shown.isEmpty());
        empty.setVisible(shown.isEmpty());
        more.setVisible(further);
    }

    private Component line(Line line, Map<PersonId, String> names, @Nullable Space owner) {
        String who = line.actor() == null ? owner == null ? getTranslation("discussion.activity.system")
                : owner.shortName() : names.getOrDefault(line.actor(), getTranslation("discussion.someone"));
        Component sign = line.actor() == null && owner != null
                ? new SpaceEmblem(owner.hue(), Emblem.stored(owner.emblem()))
                : new Avatar(who, line.actor() == null ? 0 : Hue.of(line.actor().value().toString()));
        Paragraph sentence = sentence(line, who);
        if (line.times() > 1) {
            Span times = new Span(" " + getTranslation("discussion.activity.times", line.times()));
            times.addClassName("more");
            sentence.add(times);
        }
        sentence.add(new TimeText(Formats.current().moment(line.at(), parts.today().now()), line.at().toString()));
        Div row = new Div(sign, sentence);
        row.addClassName("ml-activity");
        if (since != null && line.at().isAfter(since)
                && parts.me().filter(me -> me.equals(line.actor())).isEmpty()) {
            row.addClassName("new");
            Span mark = new Span(getTranslation("discussion.activity.new"));
            mark.addClassName("ml-new");
            sentence.addComponentAtIndex(sentence.getComponentCount() - 1, mark);
        }
        return row;
    }

    private Paragraph sentence(Line line, String who) {
        String words = getTranslation(line.item().ref().kind().name() + ".happened." + line.verb(), WHO, WHAT,
                line.detail());
        if (words.startsWith("!")) {
            // A feature said that something happened and has no sentence for it.
            words = getTranslation("discussion.activity.any", WHO, WHAT);
        }
        Paragraph sentence = new Paragraph();
        int from = 0;
        for (int i = 0; i < words.length(); i++) {
            String sign = words.substring(i, i + 1);
            if (sign.equals(WHO) || sign.equals(WHAT)) {
                if (i > from) {
                    sentence.add(new Span(words.substring(from, i)));
                }
                sentence.add(sign.equals(WHO) ? new Strong(who)
                        : new Anchor("/" + line.item().path(), line.item().title()));
                from = i + 1;
            }
        }
        if (from < words.length()) {
            sentence.add(new Span(words.substring(from)));
        }
        return sentence;
    }
}
