package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.texts.Language;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser is told that installs Peregrine as an app: then other apps can share pages with
 * it.
 *
 * <p><b>Source:</b> <a href="https://www.w3.org/TR/appmanifest/">Web Application Manifest</a>, and
 * for {@code share_target} the <a href="https://w3c.github.io/web-share-target/">Web Share Target
 * API</a>. What is shared only fills a form in; the person adds it.
 */
final class Manifest {

  static final String PATH = "/manifest.webmanifest";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Manifest() {}

  /**
   * @param assets under which address the icon lies
   */
  static String json(String assets) {
    return JSON.writeValueAsString(
        Map.of(
            "name",
            "Peregrine",
            "description",
            t("web.manifest-about"),
            "lang",
            Language.current().tag(),
            "dir",
            Language.current().direction(),
            "id",
            "/",
            "start_url",
            "/",
            "scope",
            "/",
            "display",
            "standalone",
            "icons",
            List.of(
                Map.of(
                    "src", assets + "/icon.svg",
                    "sizes", "any",
                    "type", "image/svg+xml",
                    "purpose", "any")),
            "share_target",
            Map.of(
                "action",
                "/add",
                "method",
                "GET",
                "params",
                Map.of("title", "title", "text", "text", "url", "url"))));
  }
}
