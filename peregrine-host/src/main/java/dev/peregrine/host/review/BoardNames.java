package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginRuntime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people call the boards; jobs that a person brought name none. */
final class BoardNames {

  private final Map<String, String> names = new LinkedHashMap<>();

  BoardNames(PluginRuntime plugins) {
    for (Extension<JobBoard> board : plugins.extensions(JobBoard.class)) {
      names.put(board.id(), board.descriptor().about().name());
    }
  }

  String name(String id) {
    return switch (id) {
      case "manual" -> t("review.added-by-you");
      case "digest" -> t("review.from-job-alert");
      case "email" -> t("review.from-mail");
      default -> names.getOrDefault(id, id);
    };
  }

  Map<String, String> all() {
    return names;
  }
}
