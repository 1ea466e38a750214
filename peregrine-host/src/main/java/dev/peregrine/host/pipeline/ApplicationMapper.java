package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads all applications at once, narrow: there are thousands, and mails wait for them. */
interface ApplicationMapper {

  record ApplicationData(
      long id,
      String title,
      @Nullable String company,
      String stage,
      @Nullable String after,
      long applied,
      @Nullable Long ended,
      @Nullable String place,
      @Nullable String applyUrl,
      String details,
      @Nullable String text) {}

  record SeenData(
      long job, String url, String postingUrl, @Nullable String applyUrl, String nativeId) {}

  // Said column by column: finding them by name takes ten times as long as reading them.
  @Results(id = "application")
  @ConstructorArgs({
    @Arg(column = "id", javaType = long.class),
    @Arg(column = "title", javaType = String.class),
    @Arg(column = "company", javaType = String.class),
    @Arg(column = "stage", javaType = String.class),
    @Arg(column = "after", javaType = String.class),
    @Arg(column = "applied", javaType = long.class),
    @Arg(column = "ended", javaType = Long.class),
    @Arg(column = "place", javaType = String.class),
    @Arg(column = "apply_url", javaType = String.class),
    @Arg(column = "details", javaType = String.class),
    @Arg(column = "text", javaType = String.class)
  })
  @Select(
      """
      SELECT j.id, j.title, j.company, j.stage, j.rejection_stage AS after,
        COALESCE((
          SELECT MIN(COALESCE(e.happened, e.at)) FROM job_events AS e
          WHERE e.job = j.id AND e.kind = 'moved' AND e.undone_by IS NULL
            AND e.to_stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
        ), j.found) AS applied,
        IIF(j.stage = 'rejected', (
          SELECT MAX(COALESCE(e.happened, e.at)) FROM job_events AS e
          WHERE e.job = j.id AND e.kind = 'moved' AND e.undone_by IS NULL
            AND e.to_stage = 'rejected'
        ), NULL) AS ended,
        j.place, t.apply_url, t.details,
        IIF(INSTR(t.description_text, '@') > 0, t.description_text, NULL) AS text
      FROM jobs AS j JOIN job_texts AS t ON t.job = j.id
      WHERE j.hidden = 0 AND (
        j.stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
        OR (j.stage = 'rejected' AND j.rejection_stage NOT IN ('review', 'archived')))
      ORDER BY j.id
      """)
  List<ApplicationData> all();

  @Results(id = "seen")
  @ConstructorArgs({
    @Arg(column = "job", javaType = long.class),
    @Arg(column = "url", javaType = String.class),
    @Arg(column = "posting_url", javaType = String.class),
    @Arg(column = "apply_url", javaType = String.class),
    @Arg(column = "native_id", javaType = String.class)
  })
  @Select(
      """
      SELECT COALESCE(own.joined, own.id) AS job, s.url, s.posting_url, s.apply_url, s.native_id
      FROM jobs AS j JOIN jobs AS own ON own.id = j.id OR own.joined = j.id
        JOIN job_sightings AS s ON s.job = own.id
      WHERE j.hidden = 0 AND (
        j.stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
        OR (j.stage = 'rejected' AND j.rejection_stage NOT IN ('review', 'archived')))
      """)
  List<SeenData> seen();
}
