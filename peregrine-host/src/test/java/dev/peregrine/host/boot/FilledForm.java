package dev.peregrine.host.boot;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands on a page, with one of its buttons pressed.
 *
 * @param action where it goes
 * @param multipart whether it may carry files
 * @param fields with the values that the page put there, the button's own last
 */
record FilledForm(String action, boolean multipart, List<Map.Entry<String, String>> fields) {

  private static final String BOUNDARY = "no-line-of-a-form";

  /** Every form of a page once for each of its buttons. */
  static List<FilledForm> on(Document page) {
    var all = new ArrayList<FilledForm>();
    for (Element each : page.select("form[method=post]")) {
      var form = (FormElement) each;
      var buttons = new ArrayList<Element>(form.select("button:not([type=button])"));
      if (!form.id().isEmpty()) {
        buttons.addAll(page.select("button[form=" + form.id() + "]"));
      }
      for (Element button : buttons) {
        if (!button.hasAttr("disabled")) {
          all.add(pressed(form, button));
        }
      }
      if (buttons.isEmpty()) {
        all.add(pressed(form, form));
      }
    }
    for (Element button : page.select("[hx-post]:not(form)")) {
      FormElement around = button.closest("form") instanceof FormElement form ? form : null;
      all.add(sentByScript(page, around, button));
    }
    return all;
  }

  private static FilledForm sentByScript(
      Document page, @Nullable FormElement form, Element button) {
    var fields = new ArrayList<Map.Entry<String, String>>();
    fields.add(Map.entry("_token", page.select("[name=_token]").val()));
    if (form != null) {
      form.formData().stream()
          .filter(field -> !field.key().equals("_token"))
          .forEach(field -> fields.add(Map.entry(field.key(), field.value())));
    }
    if (button.hasAttr("name")) {
      fields.add(Map.entry(button.attr("name"), button.val()));
    }
    return new FilledForm(button.attr("hx-post"), false, fields);
  }

  private static FilledForm pressed(FormElement form, Element button) {
    var fields = new ArrayList<Map.Entry<String, String>>();
    form.formData().forEach(field -> fields.add(Map.entry(field.key(), field.value())));
    if (button != form && button.hasAttr("name")) {
      fields.add(Map.entry(button.attr("name"), button.attr("value")));
    }
    String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
    return new FilledForm(action, form.attr("enctype").startsWith("multipart"), fields);
  }

  String path() {
    return action.split("\\?", 2)[0];
  }

  /** The same for forms that differ in numbers and in what they hold only. */
  String kind() {
    return path().replaceAll("\\d+", "#")
        + fields.stream().map(Map.Entry::getKey).distinct().sorted().toList();
  }

  HttpRequest.Builder put(HttpRequest.Builder request) {
    if (!multipart) {
      String body =
          fields.stream()
              .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
              .collect(Collectors.joining("&"));
      return request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(body));
    }
    String body =
        fields.stream()
            .map(
                field ->
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, field.getKey(), field.getValue()))
            .collect(Collectors.joining());
    return request
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
