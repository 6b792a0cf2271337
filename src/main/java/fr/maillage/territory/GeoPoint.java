package fr.maillage.territory;

/** A place on earth, in degrees (WGS 84). */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_KM = 6371;

    /** The distance as the crow flies, in kilometres. */
    public double kilometresTo(GeoPoint other) {
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double half = Math.pow(Math.sin((lat2 - lat1) / 2), 2)
                + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(Math.toRadians(other.longitude - longitude) / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
