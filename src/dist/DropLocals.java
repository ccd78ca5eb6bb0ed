import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.attribute.SourceDebugExtensionAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Drops the names of local variables from all classes below a folder. They take a fifteenth of the jar and of the class
 * archive, and only debuggers ask for them; file names and line numbers, which stack traces have, stay.
 */
final class DropLocals {
    private static final ClassTransform DROP = ClassTransform.dropping(SourceDebugExtensionAttribute.class::isInstance)
            .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL));

    private DropLocals() {}

    public static void main(String[] args) throws IOException {
        ClassFile reader = ClassFile.of(DebugElementsOption.DROP_DEBUG);
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                Files.write(file, reader.transformClass(reader.parse(file), DROP));
            }
        }
    }
}
