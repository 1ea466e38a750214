package dev.peregrine.host.classifying;

import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface LearntMapper {

  /** What a classifier learnt, and from which corrections. */
  record Row(
      String classifier,
      int revision,
      String corrections,
      String name,
      String mediaType,
      byte[] bytes) {}

  @Select(
      """
      SELECT classifier, revision, corrections, name, media_type, bytes FROM classifier_learnt
      WHERE classifier = #{classifier} AND revision = #{revision}
      """)
  Optional<Row> find(@Param("classifier") String classifier, @Param("revision") int revision);

  @Select(
      """
      SELECT corrections FROM classifier_learnt
      WHERE classifier = #{classifier} AND revision = #{revision}
      """)
  Optional<String> basis(@Param("classifier") String classifier, @Param("revision") int revision);

  @Insert(
      """
      INSERT INTO classifier_learnt (classifier, revision, corrections, name, media_type, bytes)
      VALUES (#{classifier}, #{revision}, #{corrections}, #{name}, #{mediaType}, #{bytes})
      ON CONFLICT (classifier) DO UPDATE SET revision = excluded.revision,
        corrections = excluded.corrections, name = excluded.name,
        media_type = excluded.media_type, bytes = excluded.bytes
      """)
  void save(Row row);

  @Delete("DELETE FROM classifier_learnt WHERE classifier = #{classifier}")
  int forget(@Param("classifier") String classifier);

  /** The number of a way of judging, which is noted where it is new. */
  @Select(
      """
      INSERT INTO classifier_ways (basis) VALUES (#{basis})
      ON CONFLICT (basis) DO UPDATE SET basis = excluded.basis RETURNING number
      """)
  int way(@Param("basis") String basis);

  @Select("SELECT number FROM classifier_ways WHERE basis = #{basis}")
  Optional<Integer> findWay(@Param("basis") String basis);
}
