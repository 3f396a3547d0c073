"""Chunks of statements in worker processes, their rows in order; a chunk that kills its worker is read again, one by one."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, resource_tracker
from threading import current_thread, main_thread
from typing import TypeVar

from analyzer.batch.tasks import Read, Row, Task, failed_task
from analyzer.errors import UsageError
from analyzer.interface import word
from analyzer.schema import Lang

T = TypeVar("T")


def in_order(chunks: Iterable[list[Task]], read: Read, jobs: int, lang: Lang) -> Generator[Row]:
    """`read` here or in several worker processes; a chunk that kills its worker is read again, one by one."""
    if jobs == 1:
        for chunk in chunks:
            yield from read(chunk)
        return
    chunks = iter(chunks)
    waiting: deque[tuple[list[Task], Future[list[Row]]]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            waiting.extend((chunk, _submit(pool, read, chunk)) for chunk in islice(chunks, max(0, 2 * jobs - len(waiting))))
            if not waiting:
                break
            chunk, future = waiting.popleft()
            try:
                rows = future.result()
            except BrokenProcessPool:
                rows = _one_by_one(chunk, read, lang)
                pool = _pool(jobs)
                waiting = deque((chunk, _submit(pool, read, chunk)) for chunk, _ in waiting)
            yield from rows
    except BaseException:
        # Cut short: the few chunks that are under way are waited for. A worker killed while it answers leaves half an answer in
        # the pipe, on which the executor waits for good.
        with _without_ctrl_c():
            pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _one_by_one(chunk: Sequence[Task], read: Read, lang: Lang) -> list[Row]:
    rows: list[Row] = []
    pool = _pool(1)
    for task in chunk:
        try:
            rows += _submit(pool, read, [task]).result()
        except BrokenProcessPool:
            rows.append(failed_task(task, word("batch_died", lang), lang))
            pool = _pool(1)
            try:
                _submit(pool, os.getpid).result()
            except BrokenProcessPool as error:
                ja = "別のプロセスを動かせません。--jobs 1 で試してください"
                raise UsageError(f"{ja} / worker processes cannot be started; try --jobs 1") from error
    pool.shutdown()
    return rows


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _submit(pool: ProcessPoolExecutor, function: Callable[..., T], *arguments: object) -> "Future[T]":
    """The executor starts its workers here: with one BLAS thread each, and deaf to Ctrl-C, which is for us to answer."""
    before = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        with _ctrl_c_held():
            return pool.submit(function, *arguments)
    except BrokenProcessPool as error:
        future: Future[T] = Future()
        future.set_exception(error)
        return future
    finally:
        del os.environ["OPENBLAS_NUM_THREADS"]
        if before is not None:
            os.environ["OPENBLAS_NUM_THREADS"] = before


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Ctrl-C is passed over: whoever presses it once more while the workers end would leave them behind, and us waiting for good."""
    if current_thread() is not main_thread():
        yield
        return
    answered = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, answered)


@contextmanager
def _ctrl_c_held() -> Iterator[None]:
    """Ctrl-C comes only afterwards, and never to a process started within: it inherits the mask of signals."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # To start it lifts the mask.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
