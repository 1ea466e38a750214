package dev.peregrine.host.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface PaperMapper {

  record Row(
      long id,
      long job,
      Instant at,
      String kind,
      String name,
      String mediaType,
      long size,
      String sha256,
      String exporter,
      String exporterVersion,
      String template) {}

  @Select(
      """
      SELECT id, job, at, kind, name, media_type, size, sha256, exporter, exporter_version, template
      FROM application_papers WHERE job = #{job} AND removed IS NULL ORDER BY id
      """)
  List<Row> of(@Param("job") long job);

  @Select(
      """
      SELECT id, job, at, kind, name, media_type, size, sha256, exporter, exporter_version, template
      FROM application_papers WHERE id = #{id}
      """)
  Optional<Row> find(@Param("id") long id);

  @Select(
      """
      INSERT INTO application_papers (job, at, kind, name, media_type, size, sha256, exporter,
        exporter_version, template)
      VALUES (#{row.job}, #{row.at}, #{row.kind}, #{row.name}, #{row.mediaType}, #{row.size},
        #{row.sha256}, #{row.exporter}, #{row.exporterVersion}, #{row.template})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(@Param("row") Row row);

  @Update("UPDATE application_papers SET removed = #{at} WHERE id = #{id} AND removed IS NULL")
  int remove(@Param("id") long id, @Param("at") Instant at);

  @Update("UPDATE application_papers SET removed = NULL WHERE id = #{id}")
  int bringBack(@Param("id") long id);

  @Update("DELETE FROM application_papers WHERE removed < #{before}")
  int forgetRemoved(@Param("before") Instant before);

  @Select(
      """
      SELECT sha256 FROM application_papers
      UNION
      SELECT f.value ->> 'sha256' FROM applications AS a, json_each(a.content, '$.files') AS f
      """)
  List<String> needed();
}
