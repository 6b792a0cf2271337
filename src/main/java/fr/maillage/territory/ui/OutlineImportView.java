package fr.maillage.territory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Icon;
import fr.maillage.base.ui.Notices;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Telling;
import fr.maillage.territory.OutlineImport;
import fr.maillage.territory.OutlineImport.Reading;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an administrator brings official outlines in: a file, what it would change, then the change. */
@Route(TerritoryNavigation.OUTLINES)
@RolesAllowed("ADMINISTRATOR")
class OutlineImportView extends Composite<Page> implements AfterNavigationObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(OutlineImportView.class);
    private static final int NAMES_SHOWN = 8;

    private final transient OutlineImport outlines;
    private final Paragraph state = new Paragraph();
    private final Div outcome = new Div();
    private final Upload upload;

    OutlineImportView(OutlineImport outlines) {
        this.outlines = outlines;
        Button choose = new Button(getTranslation("territory.outline.choose"), Icon.UPLOAD.create());
        upload = new Upload(this::receive);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("territory.outline.drop")));
        upload.setMaxFileSize(OutlineImport.LARGEST);
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".json", ".geojson", ".topojson", "application/json", "application/geo+json");
        upload.addFileRejectedListener(event -> refuse(getTranslation("territory.outline.tooLarge")));
        outcome.getElement().setAttribute("aria-live", "polite");
        outcome.addClassName("ml-outcome");
        Paragraph limit = new Paragraph(getTranslation("territory.outline.limit"));
        limit.addClassNames("ml-small", "ml-muted");
        getContent().bar(new PageHeader().crumb(getTranslation("territory.crumb"), "/" + TerritoryNavigation.FIND)
                .here(getTranslation("territory.outline.title")))
                .title(getTranslation("territory.outline.title"))
                .content(new Paragraph(getTranslation("territory.outline.intro")), state, upload, limit, outcome);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        tellState();
    }

    private void tellState() {
        state.setText(getTranslation("territory.outline.state", outlines.stored()));
    }

    /** Runs in the thread of the request, outside the lock of the page: a large file takes seconds. */
    private void receive(UploadEvent event) {
        UI ui = event.getUI();
        try (InputStream in = event.getInputStream()) {
            Reading reading = outlines.read(in);
            Telling.tell(ui, () -> preview(reading));
        } catch (InvalidInput refused) {
            Telling.tell(ui, () -> refuse(getTranslation(refused.messageKey(), refused.arguments())));
        } catch (IOException broken) {
            LOG.info("An upload of outlines ended early: {}", broken.toString());
            Telling.tell(ui, () -> refuse(getTranslation("territory.outline.failed")));
        }
    }

    void preview(Reading reading) {
        outcome.removeAll();
        upload.clearFileList();
        Paragraph brings = new Paragraph(getTranslation("territory.outline.preview", reading.matched()));
        brings.addClassName("ml-strong");
        Paragraph names = new Paragraph(getTranslation("territory.outline.names",
                String.join(", ", reading.names().stream().limit(NAMES_SHOWN).toList())));
        Paragraph unknown = new Paragraph(getTranslation("territory.outline.unknown", reading.unknown().size(),
                String.join(", ", reading.unknown().stream().limit(NAMES_SHOWN).toList())));
        Button save = new Button(getTranslation("territory.outline.apply", reading.matched()), click -> save(reading));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        Button cancel = new Button(getTranslation("territory.outline.cancel"), click -> outcome.removeAll());
        Div buttons = new Div(save, cancel);
        buttons.addClassName("ml-row");
        outcome.add(brings, names, unknown, buttons);
    }

    private void save(Reading reading) {
        outlines.store(reading);
        outcome.removeAll();
        tellState();
        Notices.success(getTranslation("territory.outline.saved", reading.matched()));
    }

    private void refuse(String words) {
        upload.clearFileList();
        outcome.removeAll();
        Paragraph error = new Paragraph(Icon.CIRCLE_ALERT.small(), new Span(words));
        error.addClassName("ml-error-text");
        error.getElement().setAttribute("role", "alert");
        outcome.add(error);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("territory.outline.title") + " · Maillage";
    }
}
