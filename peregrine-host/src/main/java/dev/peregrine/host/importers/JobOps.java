package dev.peregrine.host.importers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job as job-ops keeps it. Its status says only whether somebody applied; how that went stands in
 * the outcome, and in between in the steps of its own table.
 */
final class JobOps {

  private static final List<String> TAKEN =
      List.of(
          "title",
          "employer",
          "jobUrl",
          "location",
          "deadline",
          "salary",
          "salaryMinAmount",
          "salaryMaxAmount",
          "salaryCurrency",
          "salaryInterval",
          "jobDescription",
          "jobType",
          "isRemote",
          "datePosted",
          "discoveredAt",
          "appliedAt",
          "closedAt",
          "skills",
          "notes");

  private JobOps() {}

  /** The cells of its job, by their names in JSON. */
  static Map<String, String> cells(Map<String, String> job) {
    var cells = new LinkedHashMap<String, String>();
    TAKEN.forEach(name -> cells.put(spaced(name), job.getOrDefault(name, "")));
    cells.put("job url", jobUrl(job));
    cells.put("status", status(job.getOrDefault("status", ""), job.getOrDefault("outcome", "")));
    return cells;
  }

  private static String jobUrl(Map<String, String> job) {
    String url = job.getOrDefault("jobUrl", "");
    return url.isEmpty() ? job.getOrDefault("applicationLink", "") : url;
  }

  /** The outcome is what counts where there is one. */
  static String status(String status, String outcome) {
    return switch (outcome) {
      case "offer_accepted" -> "hired";
      case "offer_declined", "withdrawn" -> "withdrawn";
      case "rejected" -> "rejected";
      case "no_response", "ghosted" -> "ghosted";
      default -> status.replace('_', ' ');
    };
  }

  /** {@code appliedAt} and {@code applied_at} as {@code applied at}. */
  static String spaced(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2")
        .replace('_', ' ')
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** {@code applied_at} as {@code appliedAt}. */
  static String camel(String column) {
    var name = new StringBuilder();
    boolean upper = false;
    for (char letter : column.toCharArray()) {
      if (letter == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(letter) : letter);
        upper = false;
      }
    }
    return name.toString();
  }
}
