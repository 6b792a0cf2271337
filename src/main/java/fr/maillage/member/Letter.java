package fr.maillage.member;

import fr.maillage.base.Translator;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** A short mail with one thing to do: paragraphs, a button, a last line; as text and as HTML. */
final class Letter {

    private final List<String> paragraphs = new ArrayList<>();
    private String button = "";
    private String link = "";

    Letter say(String words) {
        if (!words.isBlank()) {
            paragraphs.add(words);
        }
        return this;
    }

    Letter button(String words, String address) {
        this.button = words;
        this.link = address;
        return this;
    }

    Mails.Mail to(String email, String subject, Translator words) {
        String foot = words.translate("member.mail.foot");
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder("""
                <!doctype html><html><body style="margin:0;background:#F6F4F1;color:#191C21;\
                font:16px/1.6 'Source Sans 3',system-ui,sans-serif">\
                <div style="max-width:560px;margin:0 auto;padding:32px 20px">\
                <p style="font-weight:600;font-size:20px;color:#2156A2;margin:0 0 20px">Maillage</p>\
                <div style="background:#FFF;border-radius:8px;padding:24px 28px">""");
        for (String paragraph : paragraphs) {
            text.append(paragraph).append("\n\n");
            html.append("<p style=\"margin:0 0 16px\">").append(escape(paragraph)).append("</p>");
        }
        text.append(button).append("\n").append(link).append("\n\n-- \n").append(foot).append('\n');
        html.append("<p style=\"margin:24px 0\"><a href=\"").append(escape(link)).append("\" style=\"background:#2156A2;")
                .append("color:#FFF;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:6px\">")
                .append(escape(button)).append("</a></p><p style=\"margin:0;font-size:14px;color:#545860;")
                .append("word-break:break-all\">").append(escape(link)).append("</p></div>")
                .append("<p style=\"font-size:14px;color:#545860;margin:20px 0 0\">").append(escape(foot))
                .append("</p></div></body></html>");
        return new Mails.Mail(email, subject, text.toString(), html.toString());
    }

    private static String escape(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8").replace("\n", "<br>");
    }
}
