package dev.peregrine.host.storage;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface NoteMapper {

  @Insert("INSERT INTO notes (text) VALUES (#{text})")
  int add(@Param("text") String text);

  @Select("SELECT text FROM notes ORDER BY id")
  List<String> all();

  @Select("PRAGMA max_page_count = 20")
  int takeNoMorePages();
}
