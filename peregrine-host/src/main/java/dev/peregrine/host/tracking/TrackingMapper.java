package dev.peregrine.host.tracking;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Plans, and how it stands with their tables. */
interface TrackingMapper {

  record TrackerRowData(
      String integration,
      String plan,
      long version,
      @Nullable Long pushed,
      String remarks,
      String lost,
      @Nullable Long failingSince,
      int failures,
      @Nullable Long until,
      String problem,
      @Nullable String trial,
      @Nullable String pullPoint) {}

  record LogData(long id, long job, long at, String what, String detail) {}

  @Select(
      """
      SELECT integration, plan, version, pushed, remarks, lost, failing_since, failures, until,
        problem, trial, pull_point
      FROM trackers WHERE integration = #{key}
      """)
  Optional<TrackerRowData> find(@Param("key") String key);

  @Select("SELECT integration FROM trackers ORDER BY integration")
  List<String> keys();

  @Insert(
      """
      INSERT INTO trackers (integration, plan) VALUES (#{key}, #{plan})
      ON CONFLICT (integration) DO UPDATE SET plan = excluded.plan, version = version + 1,
        remarks = '[]', lost = '[]', trial = NULL
      """)
  void save(@Param("key") String key, @Param("plan") String plan);

  @Update("UPDATE trackers SET pull_point = NULL WHERE integration = #{key}")
  void forgetPullPoint(@Param("key") String key);

  @Update(
      """
      UPDATE trackers SET plan = #{plan}, remarks = #{remarks}, lost = #{lost}
      WHERE integration = #{key} AND version = #{version}
      """)
  void seen(
      @Param("key") String key,
      @Param("version") long version,
      @Param("plan") String plan,
      @Param("remarks") String remarks,
      @Param("lost") String lost);

  @Update(
      """
      UPDATE trackers SET pushed = #{now}, failing_since = NULL, failures = 0, until = NULL,
        problem = '', trial = NULL
      WHERE integration = #{key}
      """)
  void pushed(@Param("key") String key, @Param("now") long now);

  @Update(
      """
      UPDATE trackers SET failing_since = COALESCE(failing_since, #{now}), failures = failures + 1,
        until = #{until}, problem = #{problem}
      WHERE integration = #{key}
      """)
  void failed(
      @Param("key") String key,
      @Param("now") long now,
      @Param("until") @Nullable Long until,
      @Param("problem") String problem);

  @Update(
      """
      UPDATE trackers SET failing_since = NULL, failures = 0, until = NULL, problem = ''
      WHERE integration = #{key}
      """)
  void works(@Param("key") String key);

  @Update("UPDATE trackers SET trial = #{trial} WHERE integration = #{key}")
  void tried(@Param("key") String key, @Param("trial") String trial);

  @Update("UPDATE trackers SET pull_point = #{point} WHERE integration = #{key}")
  void pulled(@Param("key") String key, @Param("point") String point);

  @Insert("INSERT INTO tracker_space (one, name) VALUES (1, #{name}) ON CONFLICT DO NOTHING")
  void nameSpace(@Param("name") String name);

  @Select("SELECT name FROM tracker_space")
  Optional<String> space();

  @Insert(
      """
      INSERT INTO tracker_log (integration, job, at, what, detail)
      VALUES (#{key}, #{job}, #{at}, #{what}, #{detail})
      """)
  void note(
      @Param("key") String key,
      @Param("job") long job,
      @Param("at") long at,
      @Param("what") String what,
      @Param("detail") String detail);

  @Select(
      """
      SELECT id, job, at, what, detail FROM tracker_log
      WHERE integration = #{key} AND (#{job} IS NULL OR job = #{job})
        AND (#{before} IS NULL OR id < #{before})
      ORDER BY id DESC LIMIT #{most}
      """)
  List<LogData> log(
      @Param("key") String key,
      @Param("job") @Nullable Long job,
      @Param("before") @Nullable Long before,
      @Param("most") int most);

  @Delete("DELETE FROM tracker_log WHERE at < #{before}")
  void forgetLog(@Param("before") long before);
}
