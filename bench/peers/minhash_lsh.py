#!/usr/bin/env python3
"""Finds the same pairs with MinHash and LSH, to compare with TraceBenchmark: 128 permutations, word 3-grams, threshold
.25, candidates kept at an estimated Jaccard of .2 and more. Prints articles per second of CPU, precision, recall, F1.

usage: minhash_lsh.py FOLDER_OF_DATASKETCH ARTICLES.jsonl [LIMIT]
"""
import json, sys, time

sys.path.insert(0, sys.argv[1])
from datasketch import MinHash, MinHashLSH

limit = int(sys.argv[3]) if len(sys.argv) > 3 else 1 << 60
begin = time.process_time()
lsh, sketches, story, size = MinHashLSH(threshold=.25, num_perm=128), {}, {}, {}
pairs = right = gold = 0
for line in open(sys.argv[2], encoding='utf8'):
    if len(sketches) == limit: break
    article = json.loads(line)
    words = article['text'].lower().split()
    sketch = MinHash(num_perm=128)
    sketch.update_batch([' '.join(words[i:i + 3]).encode() for i in range(len(words) - 2)])
    for other in lsh.query(sketch):
        if sketch.jaccard(sketches[other]) >= .2:
            pairs += 1
            right += story[other] == article['story']
    lsh.insert(article['id'], sketch)
    sketches[article['id']], story[article['id']] = sketch, article['story']
    gold += size.get(article['story'], 0)
    size[article['story']] = size.get(article['story'], 0) + 1
cpu = time.process_time() - begin
p, r = right / max(1, pairs), right / max(1, gold)
print(f'{len(sketches)} articles  process CPU {cpu:.2f} s  {len(sketches) / cpu:.0f} articles/s of CPU  '
      f'P {p:.4f} R {r:.4f} F1 {2 * p * r / (p + r):.4f}')
