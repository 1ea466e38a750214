package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads lists of objects: any array of jobs, what job-ops answers at {@code /api/jobs}, and the
 * {@code data.json} of a backup of JobSync.
 *
 * <p><b>Source:</b> job-ops {@code server/db/schema.ts} and {@code shared/types}, JobSync {@code
 * src/lib/backup/schema.ts}, read November 2026.
 */
final class JsonSheet {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonSheet() {}

  static Sheet read(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException broken) {
      throw new ListException(t("importers.json-broken"), broken);
    }
    if (root.path("Job").isArray() && root.has("JobTitle")) {
      return jobsync(root);
    }
    if (root.has("basics") && (root.has("work") || root.has("education"))) {
      throw new ListException(t("importers.json-resume"));
    }
    JsonNode list =
        Stream.of(root, root.path("jobs"), root.path("data").path("jobs"), root.path("data"))
            .filter(JsonNode::isArray)
            .findFirst()
            .orElseThrow(() -> new ListException(t("importers.json-none")));
    return objects(list);
  }

  private static Sheet objects(JsonNode list) {
    var rows = new Named();
    boolean jobOps = false;
    for (JsonNode each : list) {
      if (each.isObject()) {
        Map<String, String> cells = flat(each);
        jobOps |= cells.containsKey("suitabilityScore") && cells.containsKey("employer");
        rows.add(jobOps ? JobOps.cells(cells) : cells);
      }
    }
    if (rows.isEmpty()) {
      throw new ListException(t("importers.json-none"));
    }
    return rows.sheet(jobOps ? Kind.JOB_OPS : Kind.CSV);
  }

  /** The values of an object; of those within it the ones that have a label. */
  private static Map<String, String> flat(JsonNode object) {
    var cells = new LinkedHashMap<String, String>();
    object
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (value.isArray()) {
                cells.put(
                    entry.getKey(),
                    String.join(", ", value.valueStream().map(JsonSheet::text).toList()));
              } else {
                cells.put(entry.getKey(), text(value));
              }
            });
    return cells;
  }

  private static String text(JsonNode value) {
    if (value.isObject()) {
      return text(
          Stream.of("label", "name", "title", "value")
              .map(value::path)
              .filter(JsonNode::isString)
              .findFirst()
              .orElse(value.path("label")));
    }
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  private static Sheet jobsync(JsonNode root) {
    Map<String, String> titles = labels(root.path("JobTitle"));
    Map<String, String> companies = labels(root.path("Company"));
    Map<String, String> places = labels(root.path("Location"));
    Map<String, String> tags = labels(root.path("Tag"));
    var notes = new HashMap<String, String>();
    for (JsonNode note : root.path("Note")) {
      notes.merge(
          text(note.path("jobId")), text(note.path("content")), (one, more) -> one + "\n" + more);
    }
    var tagged = new HashMap<String, String>();
    for (JsonNode pair : root.path("_JobToTag")) {
      tagged.merge(
          text(pair.path("jobId")),
          tags.getOrDefault(text(pair.path("tagId")), ""),
          (one, more) -> one + ", " + more);
    }
    var rows = new Named();
    for (JsonNode job : root.path("Job")) {
      String id = text(job.path("id"));
      var cells = new LinkedHashMap<String, String>();
      cells.put("JobTitle", titles.getOrDefault(text(job.path("jobTitleId")), ""));
      cells.put("Company", companies.getOrDefault(text(job.path("companyId")), ""));
      cells.put("jobUrl", text(job.path("jobUrl")));
      cells.put("Location", places.getOrDefault(text(job.path("locationId")), ""));
      cells.put("Status", text(job.path("statusValue")));
      cells.put("createdAt", text(job.path("createdAt")));
      cells.put("appliedDate", text(job.path("appliedDate")));
      cells.put("dueDate", text(job.path("dueDate")));
      cells.put("jobType", JobSync.jobType(text(job.path("jobType"))));
      cells.put("workplaceType", text(job.path("workplaceType")));
      cells.put("salaryRange", text(job.path("salaryRange")));
      cells.put("description", text(job.path("description")));
      cells.put("Notes", notes.getOrDefault(id, ""));
      cells.put("Tags", tagged.getOrDefault(id, ""));
      rows.add(cells);
    }
    if (rows.isEmpty()) {
      throw new ListException(t("importers.json-none"));
    }
    return rows.sheet(Kind.JOBSYNC);
  }

  private static Map<String, String> labels(JsonNode rows) {
    var labels = new HashMap<String, String>();
    for (JsonNode row : rows) {
      labels.put(text(row.path("id")), text(row.path("label")));
    }
    return labels;
  }
}
