package dev.peregrine.host.pipeline;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Keeps which list brought what, and finds what of it nobody touched since. */
interface ImportMapper {

  record ImportData(
      long id,
      String source,
      long at,
      @Nullable Long finished,
      @Nullable Long undone,
      String report) {}

  record ImportedData(long job, boolean fresh, long firstEvent, long lastEvent) {}

  /** A column that refers to jobs. */
  record ReferenceData(String name, String col) {}

  /** A list that came to its end is another one than the same file brought anew. */
  @Update(
      """
      UPDATE job_imports SET key = key || ' ' || id
      WHERE key = #{key} AND (finished IS NOT NULL OR undone IS NOT NULL)
      """)
  void close(@Param("key") String key);

  @Insert(
      """
      INSERT INTO job_imports (key, source, at) VALUES (#{key}, #{source}, #{at})
      ON CONFLICT (key) DO UPDATE SET source = excluded.source
      """)
  void begin(@Param("key") String key, @Param("source") String source, @Param("at") long at);

  @Select("SELECT id FROM job_imports WHERE key = #{key}")
  long id(@Param("key") String key);

  @Select("SELECT id, source, at, finished, undone, report FROM job_imports WHERE id = #{id}")
  Optional<ImportData> find(@Param("id") long id);

  @Select(
      """
      SELECT id, source, at, finished, undone, report FROM job_imports ORDER BY id DESC
      LIMIT #{most}
      """)
  List<ImportData> recent(@Param("most") int most);

  @Update("UPDATE job_imports SET finished = #{at}, report = #{report} WHERE id = #{id}")
  void finish(@Param("id") long id, @Param("at") long at, @Param("report") String report);

  @Update("UPDATE job_imports SET undone = #{at} WHERE id = #{id}")
  void undone(@Param("id") long id, @Param("at") long at);

  @Select("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'job_events'")
  long lastEvent();

  @Select("SELECT COALESCE(MIN(id), 0) FROM job_events WHERE job = #{job} AND id > #{after}")
  long firstEventOf(@Param("job") long job, @Param("after") long after);

  @Select("SELECT COALESCE(MAX(id), 0) FROM job_events WHERE job = #{job} AND id > #{after}")
  long lastEventOf(@Param("job") long job, @Param("after") long after);

  @Insert(
      """
      INSERT INTO job_imported (import, job, fresh, first_event, last_event)
      VALUES (#{id}, #{job}, #{fresh}, #{first}, #{last})
      ON CONFLICT (import, job) DO UPDATE SET
        first_event = CASE first_event WHEN 0 THEN excluded.first_event ELSE first_event END,
        last_event = MAX(last_event, excluded.last_event)
      """)
  void note(
      @Param("id") long id,
      @Param("job") long job,
      @Param("fresh") boolean fresh,
      @Param("first") long first,
      @Param("last") long last);

  @Insert(
      """
      INSERT OR IGNORE INTO job_import_parts (import, job, part, row, version)
      VALUES (#{id}, #{part.job}, #{part.part}, #{part.row}, #{part.version})
      """)
  void attach(@Param("id") long id, @Param("part") Imports.Part part);

  @Select("SELECT job, part, row, version FROM job_import_parts WHERE import = #{id} ORDER BY job")
  List<Imports.Part> parts(@Param("id") long id);

  @Select(
      """
      SELECT job, fresh, first_event, last_event FROM job_imported
      WHERE import = #{id} AND job > #{after} ORDER BY job LIMIT #{most}
      """)
  List<ImportedData> imported(
      @Param("id") long id, @Param("after") long after, @Param("most") int most);

  @Select("SELECT COUNT(*) FROM job_imported WHERE import = #{id}")
  long count(@Param("id") long id);

  /** Every column of every table that refers to a job. */
  @Select(
      """
      SELECT t.name, f."from" AS col FROM sqlite_master AS t JOIN pragma_foreign_key_list(t.name) AS f
      WHERE t.type = 'table' AND f."table" = 'jobs' ORDER BY t.name
      """)
  List<ReferenceData> references();

  /** Jobs to which something happened after the list told of them, or that were seen elsewhere. */
  @Select(
      """
      SELECT i.job FROM job_imported AS i JOIN jobs AS j ON j.id = i.job
      WHERE i.import = #{id} AND i.job IN (SELECT value FROM json_each(#{jobs}))
        AND (j.joined IS NOT NULL
          OR EXISTS (SELECT 1 FROM job_events AS e WHERE e.job = i.job AND e.id > i.last_event)
          OR i.fresh = 1
            AND (SELECT COUNT(*) FROM job_sightings AS s WHERE s.job = i.job) <> 1
          OR EXISTS (SELECT 1 FROM job_imported AS later
            WHERE later.job = i.job AND later.import > i.import))
      """)
  List<Long> wentOn(@Param("id") long id, @Param("jobs") String jobs);

  /** Jobs of which a table has a row; both names come from the schema itself. */
  @Select(
      """
      SELECT DISTINCT "${of.col}" FROM "${of.name}"
      WHERE "${of.col}" IN (SELECT value FROM json_each(#{jobs}))
      """)
  List<Long> mentioned(@Param("of") ReferenceData of, @Param("jobs") String jobs);

  /** The same, without rows that the list noted itself and nobody changed since. */
  @Select(
      """
      SELECT DISTINCT t."${of.col}" FROM "${of.name}" AS t
      WHERE t."${of.col}" IN (SELECT value FROM json_each(#{jobs})) AND NOT EXISTS (
        SELECT 1 FROM job_import_parts AS p WHERE p.import = #{id} AND p.part = #{of.name}
          AND p.row = t.id AND p.version = t.version)
      """)
  List<Long> mentionedByOthers(
      @Param("id") long id, @Param("of") ReferenceData of, @Param("jobs") String jobs);

  @Delete("DELETE FROM jobs WHERE id IN (SELECT value FROM json_each(#{jobs}))")
  int delete(@Param("jobs") String jobs);

  /** The events of one job between two, that were not taken back. */
  @Select(
      """
      SELECT id FROM job_events WHERE job = #{job} AND id BETWEEN #{first} AND #{last}
        AND kind = 'moved' AND undone_by IS NULL ORDER BY id
      """)
  List<Long> moves(@Param("job") long job, @Param("first") long first, @Param("last") long last);
}
