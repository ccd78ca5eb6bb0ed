package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.problem.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "cover: https://a.example/Bible,_page_1;v=2.jpg ¦ https://a.example/Bible,_page_1;v=2.jpg",
                "cover: 'https://a.example/1.jpg, https://a.example/2.jpg' ¦ https://a.example/1.jpg",
                "photos: ['https://a.example/1,1.jpg', https://a.example/2.jpg] ¦ https://a.example/1,1.jpg",
                "cover: {image: 'https://a.example/1,1.jpg'} ¦ https://a.example/1,1.jpg",
                "cover: true ¦ https://a.example/body.jpg",
            })
    void the_first_usable_address_is_the_picture(String line, String picture) {
        Parsed<Article> read = Readers.read(
                "a.md", "---\ntitle: a\ndate: 2024-05-01\n" + line + "\n---\n![](https://a.example/body.jpg)\n");

        assertThat(read)
                .isInstanceOfSatisfying(
                        Parsed.Read.class,
                        article ->
                                assertThat(((Article) article.value()).image()).isEqualTo(picture));
    }
}
