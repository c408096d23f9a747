/* The workload of the benchmark in C, over the columns that write-columns.ts wrote: `workload FOLDER RUNS`. Decides as ../kernel.ts. */
#define _POSIX_C_SOURCE 200809L
#include "workload.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* The last day until the next review. */
static int until(const workload *work, int k) { return k + 1 < work->count ? work->reviews[k + 1] : work->days - 1; }

/* Adds what is held of a line to the value of each day; a line that is delisted leaves before the open at its last price. */
static void add_line(const workload *work, int line, const found *out, double *restrict value, double *restrict left) {
  const double *restrict close = work->close + (size_t)line * work->days;
  const int end = work->end[line];
  for (int k = 0; k < work->count; k++) {
    const size_t slot = (size_t)line * work->count + k;
    const double units = out->units[slot];
    if (units == 0) continue;
    const int from = work->reviews[k] + 1, last = until(work, k), to = last < end ? last + 1 : end;
    double price = out->price[slot];
    for (int day = from; day < to; day++) {
      price = isnan(close[day]) ? price : close[day];
      value[day] += units * price;
    }
    if (end <= last && end >= from) left[end] += units * price;
  }
}

double run_workload(const workload *work) {
  const int count = work->count;
  const size_t slots = (size_t)work->lines * count;
  const found out = {malloc(slots * sizeof(double)), malloc(slots * sizeof(double)), calloc(slots, sizeof(double))};
  double *value = calloc(work->days, sizeof *value), *left = calloc(work->days, sizeof *left);
  double *totals = malloc(count * sizeof *totals);
  char *member = calloc(work->lines, 1);
  for (int line = 0; line < work->lines; line++) screen(work, line, &out);
  for (int k = 0; k < count; k++) totals[k] = hold(work, k, &out, member);
  for (int line = 0; line < work->lines; line++) add_line(work, line, &out, value, left);
  double level = 1000;
  for (int k = 0; k < count; k++) {
    double divisor = totals[k] / level, before = totals[k];
    for (int day = work->reviews[k] + 1; day <= until(work, k); day++) {
      divisor *= (before - left[day]) / before;
      before = value[day];
      level = before / divisor;
    }
  }
  free(out.cap), free(out.price), free(out.units), free(value), free(left), free(totals), free(member);
  return level;
}

static void *need(void *what, const char *name) {
  if (what != NULL) return what;
  perror(name);
  exit(1);
}

static void *read_column(const char *folder, const char *name, size_t width, size_t count) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = need(fopen(path, "rb"), path);
  void *values = need(malloc(width * count), name);
  if (fread(values, width, count, file) != count) need(NULL, name);
  fclose(file);
  return values;
}

static workload read_workload(const char *folder) {
  char path[4096];
  snprintf(path, sizeof path, "%s/header.txt", folder);
  FILE *file = need(fopen(path, "r"), path);
  workload w;
  if (fscanf(file, "%d %d %d %d %d %d", &w.lines, &w.days, &w.count, &w.top, &w.keep_in, &w.keep_out) != 6)
    need(NULL, path);
  fclose(file);
  const size_t cells = (size_t)w.lines * w.days;
  w.close = read_column(folder, "close.f64", 8, cells);
  w.volume = read_column(folder, "volume.f64", 8, cells);
  w.shares = read_column(folder, "shares.f64", 8, cells);
  w.share_float = read_column(folder, "float.f64", 8, cells);
  w.reviews = read_column(folder, "reviews.i32", 4, w.count);
  w.first = read_column(folder, "first.i32", 4, w.lines);
  w.end = read_column(folder, "end.i32", 4, w.lines);
  return w;
}

static double milliseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The median of all but the first, as ../measure.ts has it. */
static double middle(double *all, int runs) {
  if (runs == 1) return all[0];
  qsort(all + 1, runs - 1, sizeof *all, ascending);
  return all[1 + (runs - 1) / 2];
}

int main(int argc, char **argv) {
  const int runs = argc == 3 ? atoi(argv[2]) : 0;
  if (runs < 1) return fputs("workload FOLDER RUNS\n", stderr), 2;
  const workload work = read_workload(argv[1]);
  double *wall = need(malloc(runs * sizeof *wall), "runs"), *cpu = need(malloc(runs * sizeof *cpu), "runs"), level = 0;
  for (int i = 0; i < runs; i++) {
    const double start = milliseconds(CLOCK_MONOTONIC), used = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    level = run_workload(&work);
    wall[i] = milliseconds(CLOCK_MONOTONIC) - start;
    cpu[i] = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - used;
  }
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
  const double mebibyte = 1048576;
#else
  const double mebibyte = 1024;
#endif
  const double columns = 4.0 * work.lines * work.days * sizeof(double) / 1048576, first = wall[0];
  printf("{\"first\":%.3f,\"median\":%.3f,\"cpu\":%.3f,\"last\":\"%.5f\",\"columns\":%.0f,\"peak\":%.0f}\n", first,
         middle(wall, runs), middle(cpu, runs), level, columns, usage.ru_maxrss / mebibyte);
  return 0;
}
