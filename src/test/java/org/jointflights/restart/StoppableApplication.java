package org.jointflights.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jointflights.JointFlightsApplication;
import org.jointflights.application.work.WorkLog;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerPortFileWriter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The application with one bean more: it stops a completion where everything is written and nothing committed. */
class StoppableApplication {

    static final String ARMED = "armed";
    static final String REACHED = "reached";
    static final String PORT = "port";

    /** {@code arguments[0]} is the folder through which the test and this process tell one another where they are. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        new SpringApplicationBuilder(JointFlightsApplication.class)
                .initializers(application -> application
                        .getBeanFactory()
                        .addBeanPostProcessor(new BeforeCommit(folder.resolve(ARMED), folder.resolve(REACHED))))
                .listeners(new WebServerPortFileWriter(folder.resolve(PORT).toFile()))
                .run(arguments);
    }

    private record BeforeCommit(Path armed, Path reached) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof WorkLog log ? stopping(log) : bean;
        }

        private Object stopping(WorkLog log) {
            return Proxy.newProxyInstance(
                    WorkLog.class.getClassLoader(), new Class<?>[] {WorkLog.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("add") && Files.exists(armed)) {
                            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                                @Override
                                public void beforeCommit(boolean readOnly) {
                                    stop();
                                }
                            });
                        }
                        return method.invoke(log, arguments);
                    });
        }

        private void stop() {
            try {
                Files.createFile(reached);
                new CountDownLatch(1).await();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
