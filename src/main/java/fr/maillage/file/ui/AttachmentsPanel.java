package fr.maillage.file.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Section;
import fr.maillage.file.Attachment;
import fr.maillage.file.Attachments;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The files of an item, to be read; and, for those who may edit it, to be added and removed. */
public class AttachmentsPanel extends Composite<Div> {

    private static final int MEGA = 1024 * 1024;
    private static final String TROUBLE = "file-trouble";

    private final Attachments attachments;
    private final ItemRef item;
    private final boolean mayEdit;
    private final Div files = new Div();
    private final Paragraph trouble = new Paragraph();

    public AttachmentsPanel(Attachments attachments, ItemRef item, boolean mayEdit) {
        this.attachments = attachments;
        this.item = item;
        this.mayEdit = mayEdit;
        trouble.setId(TROUBLE);
        trouble.addClassName("ml-error-text");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        List<Attachment> present = attachments.of(item);
        if (present.isEmpty() && !mayEdit) {
            return;
        }
        Section section = new Section(getTranslation("file.title"), files);
        if (mayEdit) {
            section.add(upload(), trouble);
        }
        getContent().addClassName("ml-apart");
        getContent().add(section);
        show(present);
    }

    private void show(List<Attachment> present) {
        files.removeAll();
        if (present.isEmpty()) {
            files.add(new Paragraph(getTranslation("file.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("ml-list");
        present.forEach(file -> list.add(line(file)));
        files.add(list);
    }

    private ListItem line(Attachment file) {
        String size = size(file.size());
        Anchor link = new Anchor(file.path(), file.name());
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("aria-label", getTranslation("file.download", file.name(), size));
        Span note = new Span(size);
        note.addClassNames("ml-faint", "ml-small");
        ListItem line = new ListItem((file.isPicture() ? Icon.IMAGE : Icon.FILE_TEXT).create(), link, note);
        line.addClassNames("ml-line", "middle");
        if (mayEdit) {
            Button remove = new Button(Icon.TRASH_2.create(), click -> {
                attachments.remove(file.id());
                show(attachments.of(item));
                Notices.undo(getTranslation("file.removed", file.name()), () -> {
                    attachments.restore(file.id());
                    show(attachments.of(item));
                });
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(getTranslation("file.remove", file.name()));
            remove.addClassName("ml-push");
            line.add(remove);
        }
        return line;
    }

    private String size(long bytes) {
        Formats formats = Formats.current();
        return bytes >= MEGA
                ? getTranslation("file.megabytes", formats.number(BigDecimal.valueOf(bytes)
                        .divide(BigDecimal.valueOf(MEGA), 1, RoundingMode.HALF_UP), 1))
                : getTranslation("file.kilobytes", formats.number(Math.max(1, bytes / 1024)));
    }

    private Upload upload() {
        Upload upload = new Upload(new Intake(this::take));
        upload.setMaxFileSize((int) Attachments.LARGEST);
        upload.setMaxFiles(Attachments.MOST);
        upload.setUploadButton(new Button(getTranslation("file.add"), Icon.PAPERCLIP.create()));
        upload.setDropLabel(new Span(getTranslation("file.drop")));
        upload.addFileRejectedListener(rejected -> tell(getTranslation("file.tooLarge",
                Attachments.LARGEST / MEGA)));
        upload.getElement().setAttribute("aria-describedby", TROUBLE);
        return upload;
    }

    private void take(String name, InputStream content) {
        try {
            attachments.add(item, name, content);
            trouble.setVisible(false);
            show(attachments.of(item));
        } catch (InvalidInput refused) {
            tell(getTranslation(refused.messageKey(), refused.arguments()));
        } catch (Refused refused) {
            tell(getTranslation(refused.messageKey()));
        }
    }

    /** Says beside the field why a file was not added. */
    private void tell(String words) {
        trouble.setText(words);
        trouble.setVisible(true);
    }
}
