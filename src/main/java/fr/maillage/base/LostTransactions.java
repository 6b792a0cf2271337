package fr.maillage.base;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins a writing call of a service once more when the database gave its transaction up for the sake of another one:
 * two people who write at the same moment need not know of each other. It stands around the transaction of every
 * {@code @Transactional} method that writes, so that nothing in features speaks of it.
 *
 * <p>Only the call that began the transaction begins again, in a new one, which reads what the other wrote; a call
 * inside a transaction that is already open lets the error pass to the one that opened it. Only once: who loses
 * again is told. Whatever a feature refuses is no such loss and passes at once. What is to happen outside of the
 * database waits for the commit, in this code base, so that nothing happens twice; a call that is given a stream to
 * read is left alone, since what was read of it cannot be read again.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class LostTransactions extends StaticMethodMatcherPointcutAdvisor implements MethodInterceptor {

    /** MariaDB: the transaction was chosen to end a deadlock. */
    private static final int DEADLOCK = 1213;
    /** MariaDB: a row stayed locked for too long. */
    private static final int LOCK_WAIT = 1205;
    /** MariaDB, with {@code innodb_snapshot_isolation}: a row to be written is no longer the one that was read. */
    private static final int CHANGED_SINCE_READ = 1020;

    private static final Set<Integer> LOST = Set.of(DEADLOCK, LOCK_WAIT, CHANGED_SINCE_READ);

    private static final Logger LOG = LoggerFactory.getLogger(LostTransactions.class);

    private final AnnotationTransactionAttributeSource transactions =
            new AnnotationTransactionAttributeSource(false);

    LostTransactions() {
        setAdvice(this);
        // Around the transaction, whose advice is the innermost of all, and inside the checks of rights.
        setOrder(LOWEST_PRECEDENCE - 1);
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        TransactionAttribute attribute = transactions.getTransactionAttribute(method, type);
        return attribute != null && !attribute.isReadOnly()
                && Arrays.stream(method.getParameterTypes()).noneMatch(InputStream.class::isAssignableFrom);
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        MethodInvocation again = ((ProxyMethodInvocation) call).invocableClone();
        try {
            return call.proceed();
        } catch (Exception failed) {
            int code = lost(failed);
            if (code == 0) {
                throw failed;
            }
            LOG.info("{} lost its transaction to another one (error {}): it begins again",
                    call.getMethod().toGenericString(), code);
            return again.proceed();
        }
    }

    /** The code by which the database gave the transaction up, or 0. */
    private static int lost(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOST.contains(sql.getErrorCode())) {
                return sql.getErrorCode();
            }
        }
        return 0;
    }
}
