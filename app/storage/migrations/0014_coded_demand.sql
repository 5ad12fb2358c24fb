-- Requests and advice are found by the codes of what was chosen, like sheets: what was indexed before carries the
-- words of then until it is indexed anew.
UPDATE search_entry SET coded = 0 WHERE kind IN ('request', 'advice');
