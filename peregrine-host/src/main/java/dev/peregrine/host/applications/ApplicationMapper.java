package dev.peregrine.host.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface ApplicationMapper {

  record Row(
      long id, long job, Instant made, Instant applied, long move, String content, String sha256) {}

  /** With those of jobs that were joined to it. */
  @Select(
      """
      SELECT id, job, made, applied, move, content, sha256 FROM applications
      WHERE job = #{job} OR job IN (SELECT id FROM jobs WHERE joined = #{job})
      ORDER BY id DESC
      """)
  List<Row> of(@Param("job") long job);

  /** Jobs for which something was sent, each as it is told. */
  @Select(
      """
      SELECT DISTINCT COALESCE(j.joined, j.id) FROM applications AS a JOIN jobs AS j ON j.id = a.job
      ORDER BY 1
      """)
  List<Long> jobs();

  @Select("SELECT id, job, made, applied, move, content, sha256 FROM applications WHERE id = #{id}")
  Optional<Row> find(@Param("id") long id);

  @Select(
      """
      INSERT INTO applications (job, made, applied, move, content, sha256)
      VALUES (#{row.job}, #{row.made}, #{row.applied}, #{row.move}, #{row.content}, #{row.sha256})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(@Param("row") Row row);
}
