package dev.feedmill.folder.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InotifyEventTest {
    @Test
    void events_follow_one_another_with_padded_names() {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        put(buffer, 1, InotifyEvent.CREATE, "a.md", 16);
        put(buffer, 2, InotifyEvent.CLOSE_WRITE, "茶.md", 16);
        put(buffer, 2, InotifyEvent.IGNORED, "", 0);
        put(buffer, -1, InotifyEvent.OVERFLOW, "", 0);

        List<InotifyEvent> events = InotifyEvent.all(buffer.flip());

        assertThat(events).extracting(InotifyEvent::watch).containsExactly(1, 2, 2, -1);
        assertThat(events)
                .extracting(event -> new String(event.name(), StandardCharsets.UTF_8))
                .containsExactly("a.md", "茶.md", "", "");
        assertThat(events.get(2).is(InotifyEvent.IGNORED)).isTrue();
        assertThat(events.get(3).is(InotifyEvent.OVERFLOW)).isTrue();
        assertThat(events.get(3).is(InotifyEvent.IGNORED)).isFalse();
    }

    @Test
    void a_name_need_not_be_padded_nor_utf_8() {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        buffer.putInt(1).putInt(InotifyEvent.CREATE).putInt(0).putInt(4).put(new byte[] {(byte) 0xd6, 'b', 'c', 'd'});

        assertThat(InotifyEvent.all(buffer.flip()))
                .singleElement()
                .satisfies(event -> assertThat(event.name()).containsExactly(0xd6, 'b', 'c', 'd'));
    }

    @ParameterizedTest
    @CsvSource({
        "8, COMPLETE",
        "0x80, COMPLETE",
        "2, OPEN",
        "0x100, MADE",
        "4, TOUCHED",
        "0x200, UNCLEAR",
        "0x40, UNCLEAR",
        "0x40000080, UNCLEAR",
        "0x40000100, UNCLEAR",
    })
    void an_event_says_whether_the_file_is_complete(String mask, FileEvent sign) {
        assertThat(new InotifyEvent(1, Integer.decode(mask), new byte[0]).fileEvent())
                .isEqualTo(sign);
    }

    private static void put(ByteBuffer buffer, int watch, int mask, String name, int room) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        buffer.putInt(watch).putInt(mask).putInt(7).putInt(room).put(Arrays.copyOf(bytes, room));
    }
}
