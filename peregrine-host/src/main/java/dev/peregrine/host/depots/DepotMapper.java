package dev.peregrine.host.depots;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface DepotMapper {

  record PlanRow(
      String integration,
      boolean isOn,
      boolean papers,
      boolean briefs,
      String folder,
      int failures,
      @Nullable Long again,
      String problem) {}

  record FileRow(
      String integration,
      String document,
      long job,
      String name,
      String sha256,
      @Nullable String storedId,
      @Nullable String link,
      @Nullable Long stored,
      String problem) {}

  record CountRow(long there, long failed) {}

  @Select(
      """
      SELECT integration, is_on, papers, briefs, folder, failures, again, problem FROM depots
      ORDER BY integration
      """)
  List<PlanRow> plans();

  @Insert(
      """
      INSERT INTO depots (integration, is_on, papers, briefs, folder)
      VALUES (#{key}, #{plan.on}, #{plan.papers}, #{plan.briefs}, #{plan.folder})
      ON CONFLICT (integration) DO UPDATE SET is_on = excluded.is_on, papers = excluded.papers,
        briefs = excluded.briefs, folder = excluded.folder
      """)
  void save(@Param("key") String key, @Param("plan") DepotPlan plan);

  @Update(
      """
      UPDATE depots SET failures = #{failures}, again = #{again}, problem = #{problem}
      WHERE integration = #{key}
      """)
  void trouble(
      @Param("key") String key,
      @Param("failures") int failures,
      @Param("again") @Nullable Long again,
      @Param("problem") String problem);

  @Select(
      """
      SELECT integration, document, job, name, sha256, stored_id, link, stored, problem
      FROM depot_files WHERE integration = #{key}
      """)
  List<FileRow> files(@Param("key") String key);

  @Select(
      """
      SELECT integration, document, job, name, sha256, stored_id, link, stored, problem
      FROM depot_files WHERE job IN (SELECT id FROM jobs WHERE id = #{job} OR joined = #{job})
      ORDER BY integration, name
      """)
  List<FileRow> ofJob(@Param("job") long job);

  @Select(
      """
      SELECT integration, document, job, name, sha256, stored_id, link, stored, problem
      FROM depot_files WHERE integration = #{key} AND (problem <> '') = #{failed}
      ORDER BY stored DESC, document LIMIT #{most}
      """)
  List<FileRow> some(
      @Param("key") String key, @Param("failed") boolean failed, @Param("most") int most);

  @Select(
      """
      SELECT COUNT(stored_id) AS there, COALESCE(SUM(problem <> ''), 0) AS failed
      FROM depot_files WHERE integration = #{key}
      """)
  CountRow count(@Param("key") String key);

  @Insert(
      """
      INSERT INTO depot_files (integration, document, job, name, sha256, stored_id, link, stored,
        problem)
      VALUES (#{integration}, #{document}, #{job}, #{name}, #{sha256}, #{storedId}, #{link},
        #{stored}, #{problem})
      ON CONFLICT (integration, document) DO UPDATE SET job = excluded.job, name = excluded.name,
        sha256 = excluded.sha256, stored_id = COALESCE(excluded.stored_id, stored_id),
        link = COALESCE(excluded.link, link), stored = COALESCE(excluded.stored, stored),
        problem = excluded.problem
      """)
  void keep(FileRow row);

  /** What was refused is tried once more. */
  @Update("UPDATE depot_files SET sha256 = '' WHERE integration = #{key} AND problem <> ''")
  void tryRefused(@Param("key") String key);
}
