package dev.peregrine.host.person;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface PersonMapper {

  record Row(int version, String document) {}

  @Select("SELECT version, document FROM person WHERE id = 1")
  Optional<Row> person();

  @Insert(
      """
      INSERT INTO person (id, version, at, document) VALUES (1, 1, #{at}, #{document})
      ON CONFLICT (id) DO UPDATE SET version = version + 1, at = excluded.at,
        document = excluded.document
      """)
  void savePerson(@Param("document") String document, @Param("at") Instant at);

  @Select("SELECT version, document FROM self_identification WHERE id = 1")
  Optional<Row> self();

  @Insert(
      """
      INSERT INTO self_identification (id, version, at, document) VALUES (1, 1, #{at}, #{document})
      ON CONFLICT (id) DO UPDATE SET version = version + 1, at = excluded.at,
        document = excluded.document
      """)
  void saveSelf(@Param("document") String document, @Param("at") Instant at);
}
