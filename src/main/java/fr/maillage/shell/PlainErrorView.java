package fr.maillage.shell;

import fr.maillage.base.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/**
 * What a browser is shown when no view could answer at all: a refused or unknown address outside the screens, a fault
 * before them. Says no more than the screens do: what is forbidden and what does not exist read the same.
 */
@Component("error")
class PlainErrorView implements View {

    private static final int FAULT = 500;

    private final Messages messages;

    PlainErrorView(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = Locale.ENGLISH.getLanguage().equals(request.getLocale().getLanguage()) ? Locale.ENGLISH
                : Locale.FRENCH;
        boolean fault = model != null && model.get("status") instanceof Integer status && status >= FAULT;
        String title = say(fault ? "shell.fault.title" : "shell.notFound.title", locale);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("""
                <!doctype html><html lang="%s"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>\
                <link rel="stylesheet" href="%s/styles.css"></head>\
                <body><main class="ml-page ml-error-page"><div class="ml-body"><h1>%s</h1><p class="ml-lead">%s</p>\
                <a class="ml-button" href="%s/">%s</a></div></main></body></html>
                """.formatted(locale.getLanguage(), title, request.getContextPath(), title,
                say(fault ? "shell.fault.plain" : "shell.notFound.text", locale), request.getContextPath(),
                say("shell.home", locale)));
    }

    private String say(String key, Locale locale) {
        return HtmlUtils.htmlEscape(messages.getTranslation(key, locale), "UTF-8");
    }
}
